/** Reads a value of one shape out of parsed JSON; throws a `Mismatch` when it is anything else. */
export interface Decoder<T> {
  /** `at` is where the value stands, such as `result.verdict.outcome`. */
  decode(value: unknown, at: string): T;
  /** Whether an object may lack the field that it reads. */
  readonly mayBeAbsent?: true;
}

/** The JSON is not what it has to be. The message names the place and never the value. */
export class Mismatch extends Error {
  override readonly name = 'Mismatch';
}

export type JsonObject = Readonly<Record<string, unknown>>;

export const text = checked('text', (value): value is string => typeof value === 'string');
export const flag = checked('true or false', (value): value is boolean => typeof value === 'boolean');
export const wholeNumber = checked('a whole number', (value): value is number => Number.isSafeInteger(value));

/** A duration, which need not be whole. */
export const milliseconds = checked('a number', (value): value is number => Number.isFinite(value));

export function oneOf<const T extends string>(choices: readonly T[]): Decoder<T> {
  const known: readonly unknown[] = choices;
  return checked('a value that this gateway knows', (value): value is T => known.includes(value));
}

export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
  return { decode: (value, at) => (value === null ? null : decoder.decode(value, at)) };
}

/** Null also where the field is absent: what is stored is older than the field. */
export function nullOrAbsent<T>(decoder: Decoder<T>): Decoder<T | null> {
  return { decode: (value = null, at) => nullable(decoder).decode(value, at), mayBeAbsent: true };
}

/** A field that says something by being there; left out where it is not. */
export const trueOrAbsent: Decoder<true | undefined> = {
  ...checked('true', (value): value is true | undefined => value === true || value === undefined),
  mayBeAbsent: true,
};

export function listOf<T>(decoder: Decoder<T>): Decoder<T[]> {
  return {
    decode(value, at) {
      if (!Array.isArray(value)) throw new Mismatch(`${at} is no list`);
      return value.map((item, n) => decoder.decode(item, `${at}[${n}]`));
    },
  };
}

/** An object with all of these fields and no others: what this gateway does not know it could not write back. */
export function object<T extends object>(fields: { readonly [name in keyof T]: Decoder<T[name]> }): Decoder<T> {
  const decoders = new Map<string, Decoder<unknown>>(Object.entries<Decoder<unknown>>(fields));
  return {
    decode(value, at) {
      const given = jsonObject.decode(value, at);
      const stray = Object.keys(given).find((name) => !decoders.has(name));
      if (stray !== undefined) throw new Mismatch(`${at} has a field that this gateway does not know`);
      const found: Record<string, unknown> = {};
      for (const [name, decoder] of decoders) {
        if (!(name in given) && !decoder.mayBeAbsent) throw new Mismatch(`${at}.${name} is missing`);
        const field = decoder.decode(given[name], `${at}.${name}`);
        if (field !== undefined) found[name] = field;
      }
      // Every field of T was read by its decoder.
      return found as T;
    },
  };
}

/** One of several objects, told apart by their `kind`. */
export function byKind<T extends { readonly kind: string }>(
  variants: {
    readonly [kind in T['kind']]: Decoder<Extract<T, { readonly kind: kind }>>;
  },
): Decoder<T> {
  const kinds = oneOf(Object.keys(variants) as T['kind'][]);
  return {
    decode(value, at) {
      const { kind } = jsonObject.decode(value, at);
      return variants[kinds.decode(kind, `${at}.kind`)].decode(value, at);
    },
  };
}

/** Any object. */
export const jsonObject = checked('an object', isObject);

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checked<T>(name: string, is: (value: unknown) => value is T): Decoder<T> {
  return {
    decode(value, at) {
      if (!is(value)) throw new Mismatch(`${at} is not ${name}`);
      return value;
    },
  };
}
