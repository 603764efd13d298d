import type Database from 'libsql';
import { named, valuesOf } from '../named-parameters.ts';
import type { Parameters, Session } from '../sql-database.ts';

/**
 * What work is given to speak with the file. Its statements are prepared once, and get their values in order: the driver
 * takes twice as long to look each up by its name.
 */
export function sessionOf(connection: Database.Database): Session {
  const prepared = new Map<string, Database.Statement>();

  function prepare(statement: string): Database.Statement {
    const known = prepared.get(statement) ?? connection.prepare(statement);
    prepared.set(statement, known);
    return known;
  }

  return {
    async all<Row>(statement: string, parameters: Parameters) {
      return prepare(statement).all(valuesOf(named(statement), parameters)) as Row[];
    },
    async run(statement, parameters) {
      return prepare(statement).run(valuesOf(named(statement), parameters)).changes;
    },
    async now(callersNow) {
      return callersNow;
    },
  };
}
