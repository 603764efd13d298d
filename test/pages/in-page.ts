// What runs in the page itself, as text: this repository is checked without the names that only a browser has.

/** What has the focus, by its name or its words; empty where nothing has. */
export const focusedText = `(({ activeElement: element, body }) =>
  element === body ? '' : [element.getAttribute('name'), element.textContent].join(' '))(document)`;

/** Thinks better of a cancel and asks for it again before the browser has told the page of the former. */
export const askAgainAtOnce = `document.querySelector('dialog[open]').close();
document.activeElement.click()`;

/** How much wider the page is than the screen. */
export const overflow = 'document.documentElement.scrollWidth - innerWidth';

/** The key of what this device has begun and does not know the end of; null where there is nothing. */
export const storedKey =
  "JSON.parse(localStorage.getItem('cancellation-gateway.unfinished') ?? '[]')[0]?.idempotencyKey ?? null";

/** Stores what an older version of the page kept of a cancel, which had no time. */
export const storeWithoutTime = (id: string, idempotencyKey: string) =>
  `localStorage.setItem('cancellation-gateway.unfinished', '${JSON.stringify([
    { target: { kind: 'payment', id }, reason: null, idempotencyKey },
  ])}')`;

/** The titles of the collections that Altair keeps. */
export const collections = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('AltairDB');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('queryCollections').objectStore('queryCollections').getAll();
    reading.onsuccess = () => resolve(reading.result.map(({ title }) => title));
  };
})`;

/** A device whose store is full. */
export const fullStore = `Storage.prototype.setItem = () => {
  throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
}`;

/** A device that lets the page neither store nor look, as with all site data blocked. */
export const forbiddenStore = `Object.defineProperty(window, 'localStorage', {
  get() {
    throw new DOMException('Access is denied.', 'SecurityError');
  },
})`;

/** A page over plain HTTP, which a browser gives no clipboard. */
export const noClipboard = "Object.defineProperty(navigator, 'clipboard', { value: undefined })";

/** A browser that says it has no network, whatever can be reached. */
export const offlineByItsWord = "Object.defineProperty(navigator, 'onLine', { value: false })";
