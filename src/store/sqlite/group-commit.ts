import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'libsql';
import { MaybeWritten } from '../../cancellation/record/maybe-written.ts';

/** Enough to share a commit between all that a busy moment brings, and few enough that the first does not wait long. */
const mostTogether = 64;

interface Job {
  readonly kind: 'read' | 'write';
  work(): Promise<unknown>;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/**
 * Runs pieces of work one after the other on one connection, and commits together what has come together: a commit waits
 * for the disk, and a moment in which many records change would otherwise keep everybody waiting for as many commits.
 * Each piece stands in a savepoint of its own, so that one that fails takes nothing of the others with it, unless SQLite
 * ends the whole transaction over it. Nobody hears of a result before it has reached the disk.
 */
export class GroupCommit {
  readonly #connection: Database.Database;
  readonly #waiting: Job[] = [];
  #running: Promise<void> | null = null;

  constructor(connection: Database.Database) {
    this.#connection = connection;
  }

  run<T>(kind: Job['kind'], work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ kind, work, resolve: (result) => resolve(result as T), reject });
      this.#running ??= this.#runAll();
    });
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #runAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Calls that arrived while the disk was busy are delivered now.
      await nextTurn();
      await this.#together(this.#waiting.splice(0, mostTogether));
    }
    this.#running = null;
  }

  async #together(jobs: readonly Job[]): Promise<void> {
    const writes = jobs.some(({ kind }) => kind === 'write');
    const told: (() => void)[] = [];
    try {
      if (writes) this.#connection.exec('begin immediate');
      for (const job of jobs) told.push(writes ? await this.#piece(job) : await settled(job));
      if (writes) this.#commit();
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('rollback');
      // Either all of it stands or nothing. What only reads then reads what stands.
      told.length = 0;
      for (const job of jobs) told.push(job.kind === 'write' ? () => job.reject(error) : await settled(job));
    }
    for (const tell of told) {
      tell();
      // Who asked first hears first, however long the way of the answer.
      await nextTurn();
    }
  }

  /**
   * Does one piece of work inside the transaction; answers how to tell of it once that is on the disk. Throws when SQLite
   * has ended the transaction itself, as it does over a full or broken disk: with it goes all that came before.
   */
  async #piece(job: Job): Promise<() => void> {
    this.#connection.exec('savepoint piece');
    try {
      const result = await job.work();
      this.#connection.exec('release piece');
      return () => job.resolve(result);
    } catch (error) {
      if (!this.#connection.inTransaction) throw error;
      this.#connection.exec('rollback to piece; release piece');
      return () => job.reject(error);
    }
  }

  /** A commit that fails and yet has ended the transaction may have reached the disk. */
  #commit(): void {
    try {
      this.#connection.exec('commit');
    } catch (error) {
      throw this.#connection.inTransaction ? error : new MaybeWritten(error);
    }
  }
}

async function settled(job: Job): Promise<() => void> {
  try {
    const result = await job.work();
    return () => job.resolve(result);
  } catch (error) {
    return () => job.reject(error);
  }
}
