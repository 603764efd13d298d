import { setImmediate as nextTurn } from 'node:timers/promises';
import type Database from 'libsql';
import { MaybeWritten } from '../../cancellation/maybe-written.ts';

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
 * Each piece stands in a savepoint of its own, so that one that fails takes nothing of the others with it. Nobody hears
 * of a result before it has reached the disk.
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
    const done: (() => void)[] = [];
    try {
      if (jobs.some(({ kind }) => kind === 'write')) this.#connection.exec('begin immediate');
      for (const job of jobs) done.push(await this.#one(job));
      if (this.#connection.inTransaction) this.#commit();
    } catch (error) {
      // Either all of it stands or nothing: what was done is undone, and what was not begun will not be.
      for (const job of jobs) job.reject(error);
      return;
    }
    for (const tell of done) {
      tell();
      // Who asked first hears first, however long the way of the answer.
      await nextTurn();
    }
  }

  /** Does one piece of work; answers how to tell of it once it is on the disk. */
  async #one(job: Job): Promise<() => void> {
    if (job.kind === 'read') return settled(job);
    this.#connection.exec('savepoint piece');
    try {
      const result = await job.work();
      this.#connection.exec('release piece');
      return () => job.resolve(result);
    } catch (error) {
      // SQLite ends some transactions itself, such as one that found the disk full, and with it all that came before.
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
      if (!this.#connection.inTransaction) throw new MaybeWritten(error);
      this.#connection.exec('rollback');
      throw error;
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
