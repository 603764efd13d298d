const prefix = 'cancellation-gateway.';

/** A value that outlives the page, on this device alone. */
export interface Remembered<Value> {
  get(): Value;
  set(value: Value): void;
}

export function remembered<Value>(name: string, otherwise: Value): Remembered<Value> {
  return {
    get() {
      const text = localStorage.getItem(prefix + name);
      return text === null ? otherwise : (JSON.parse(text) as Value);
    },
    set: (value) => localStorage.setItem(prefix + name, JSON.stringify(value)),
  };
}
