const prefix = 'cancellation-gateway.';

/** A value that outlives the page, on this device alone. */
export interface Remembered<Value> {
  get(): Value;
  /** Throws where this device stores nothing. */
  set(value: Value): void;
}

export function remembered<Value>(name: string, otherwise: Value): Remembered<Value> {
  return {
    get() {
      const text = storedText(prefix + name);
      return text === null ? otherwise : (JSON.parse(text) as Value);
    },
    set: (value) => localStorage.setItem(prefix + name, JSON.stringify(value)),
  };
}

/** The same for what is no loss: where this device stores nothing, it is forgotten with the page. */
export function preferred<Value>(name: string, otherwise: Value): Remembered<Value> {
  const { get, set } = remembered(name, otherwise);
  return {
    get,
    set(value) {
      try {
        set(value);
      } catch (error) {
        if (!(error instanceof DOMException)) throw error;
      }
    },
  };
}

/** A browser may forbid even to look, and then nothing was stored. */
function storedText(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
