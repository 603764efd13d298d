/** A UUID of version 4. `crypto.randomUUID` is missing on pages without TLS and in React Native, `getRandomValues` is not. */
export function newIdempotencyKey(): string {
  if (typeof globalThis.crypto?.getRandomValues !== 'function') {
    throw new Error('There is no crypto.getRandomValues here: give newKey to createCancellationClient.');
  }
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
