import type { Parameters, SqlValue } from '../sql-database.ts';

interface Numbered {
  readonly text: string;
  readonly names: readonly string[];
}

const known = new Map<string, Numbered>();

/** A statement with `:name` parameters as PostgreSQL takes it: `$1` and a list of values. */
export function numbered(statement: string, parameters: Parameters): { text: string; values: SqlValue[] } {
  const { text, names } = known.get(statement) ?? compile(statement);
  const values = names.map((name) => {
    const value = parameters[name];
    if (value === undefined) throw new TypeError(`The statement needs a value for :${name}.`);
    return value;
  });
  return { text, values };
}

function compile(statement: string): Numbered {
  const names: string[] = [];
  const text = statement.replace(/:([a-z]\w*)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  known.set(statement, { text, names });
  return { text, names };
}
