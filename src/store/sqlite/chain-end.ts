import { said, saidParameters } from '../audit/audit-statements.ts';
import { digestOf, type EntryColumns, type Head, hashAt, placed } from '../audit/entry-row.ts';
import type { Session } from '../sql-database.ts';
import type { Closing } from './group-commit.ts';

const insert = `
  insert into audit_entry(${said}, chain, n, previous, hash) values(${saidParameters}, :chain, :n, :previous, :hash)`;
const chain = 0;

/**
 * The entries of one commit. Who writes has the file to themselves, so one chain is enough, and its end is read and moved once
 * for all of them. Whatever undoes the entries undoes the chain's end with them.
 */
export class ChainEnd implements Closing {
  readonly #session: Session;
  readonly #entries: EntryColumns[] = [];

  constructor(session: Session) {
    this.#session = session;
  }

  add(entry: EntryColumns): void {
    this.#entries.push(entry);
  }

  mark(): number {
    return this.#entries.length;
  }

  undo(mark: number): void {
    this.#entries.length = mark;
  }

  async write(): Promise<void> {
    if (this.#entries.length === 0) return;
    const [end] = await this.#session.all<Head>('select id as chain, n, hash from audit_chain where id = :chain', {
      chain,
    });
    if (end === undefined) throw new Error('The audit trail has no chain.');
    let { n, hash } = end;
    for (const entry of this.#entries.splice(0)) {
      const previous = hash;
      n += 1;
      hash = hashAt({ chain, n }, previous, digestOf(entry));
      await this.#session.run(insert, placed(entry, { chain, n, hash }, previous));
    }
    await this.#session.run('update audit_chain set n = :n, hash = :hash where id = :chain', { chain, n, hash });
  }
}
