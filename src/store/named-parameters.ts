import type { Parameters, SqlValue } from './sql-database.ts';

/** A statement with `:name` parameters. */
export interface Named {
  /** As PostgreSQL takes it: `$1` for the first name, and so on. */
  readonly numbered: string;
  /** In the order in which they first appear, by which either database numbers them. */
  readonly names: readonly string[];
}

const known = new Map<string, Named>();

export function named(statement: string): Named {
  const found = known.get(statement) ?? read(statement);
  known.set(statement, found);
  return found;
}

export function valuesOf({ names }: Named, parameters: Parameters): SqlValue[] {
  return names.map((name) => {
    const value = parameters[name];
    if (value === undefined) throw new TypeError(`The statement needs a value for :${name}.`);
    return value;
  });
}

function read(statement: string): Named {
  const names: string[] = [];
  const numbered = statement.replace(/:([a-z]\w*)/g, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { numbered, names };
}
