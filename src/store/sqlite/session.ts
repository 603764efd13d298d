import type Database from 'libsql';
import type { Parameters, Session } from '../sql-database.ts';

/** What work is given to speak with the file. Its sentences are prepared once. */
export function sessionOf(connection: Database.Database): Session {
  const prepared = new Map<string, Database.Statement>();

  function statement(sentence: string): Database.Statement {
    const known = prepared.get(sentence) ?? connection.prepare(sentence);
    prepared.set(sentence, known);
    return known;
  }

  return {
    async all<Row>(sentence: string, parameters: Parameters) {
      return statement(sentence).all(parameters) as Row[];
    },
    async run(sentence, parameters) {
      return statement(sentence).run(parameters).changes;
    },
    async now(callersNow) {
      return callersNow;
    },
  };
}
