import type { Parameters, SqlValue } from '../sql-database.ts';

interface Numbered {
  readonly text: string;
  readonly names: readonly string[];
}

const known = new Map<string, Numbered>();

/** A sentence with `:name` parameters as PostgreSQL takes it: `$1` and a list of values. */
export function numbered(sentence: string, parameters: Parameters): { text: string; values: SqlValue[] } {
  const { text, names } = known.get(sentence) ?? compile(sentence);
  const values = names.map((name) => {
    const value = parameters[name];
    if (value === undefined) throw new TypeError(`The sentence needs a value for :${name}.`);
    return value;
  });
  return { text, values };
}

function compile(sentence: string): Numbered {
  const names: string[] = [];
  const text = sentence.replace(/:([a-z]\w*)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  known.set(sentence, { text, names });
  return { text, names };
}
