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

/** What is written once for a whole group, right before its commit; `undo` forgets what came after `mark`. */
export interface Closing {
  mark(): number;
  undo(mark: number): void;
  write(): Promise<void>;
}

/**
 * Runs pieces of work one after the other on one connection, and commits together what has come together: a commit waits
 * for the disk, and a moment in which many records change would otherwise keep everybody waiting for as many commits.
 * Where a piece fails that writes, all of them are undone and run once more, each in a savepoint of its own, so that it takes nothing of the
 * others with it, unless SQLite ends the whole transaction over it. Nobody hears of a result before it has reached the disk.
 */
export class GroupCommit {
  readonly #connection: Database.Database;
  readonly #closing: Closing;
  readonly #waiting: Job[] = [];
  #running: Promise<void> | null = null;

  constructor(connection: Database.Database, closing: Closing = nothingToClose) {
    this.#connection = connection;
    this.#closing = closing;
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
      const jobs = this.#waiting.splice(0, mostTogether);
      const told = jobs.some(({ kind }) => kind === 'write') ? await this.#together(jobs) : await readings(jobs);
      for (const tell of told) tell();
    }
    this.#running = null;
  }

  /** Answers how to tell each of its end. */
  async #together(jobs: readonly Job[]): Promise<readonly (() => void)[]> {
    try {
      return await this.#transaction(jobs, (job) => this.#plainly(job));
    } catch (error) {
      if (!(error instanceof PieceFailed)) return this.#failed(jobs, error);
      return jobs.length === 1 ? this.#failed(jobs, error.cause) : this.#apart(jobs);
    }
  }

  async #apart(jobs: readonly Job[]): Promise<readonly (() => void)[]> {
    try {
      return await this.#transaction(jobs, (job) => this.#inSavepoint(job));
    } catch (error) {
      return this.#failed(jobs, error);
    }
  }

  /** Either all of it is on the disk then, or it throws and nothing is, unless it says that it may be. */
  async #transaction(jobs: readonly Job[], run: (job: Job) => Promise<() => void>): Promise<readonly (() => void)[]> {
    const told: (() => void)[] = [];
    try {
      this.#connection.exec('begin immediate');
      for (const job of jobs) told.push(await run(job));
      await this.#closing.write();
      this.#commit();
      return told;
    } catch (error) {
      this.#closing.undo(0);
      if (this.#connection.inTransaction) this.#connection.exec('rollback');
      throw error;
    }
  }

  /** What only reads then reads what stands. */
  async #failed(jobs: readonly Job[], error: unknown): Promise<readonly (() => void)[]> {
    const told: (() => void)[] = [];
    for (const job of jobs) told.push(job.kind === 'write' ? () => job.reject(error) : await reading(job));
    return told;
  }

  /** A read that fails leaves nothing to undo, unless SQLite has ended the transaction over it. */
  async #plainly(job: Job): Promise<() => void> {
    try {
      const result = await job.work();
      return () => job.resolve(result);
    } catch (cause) {
      if (job.kind === 'read' && this.#connection.inTransaction) return () => job.reject(cause);
      throw new PieceFailed('A piece of the group failed.', { cause });
    }
  }

  /**
   * Does one piece of work inside the transaction; answers how to tell of it once that is on the disk. Throws when SQLite
   * has ended the transaction itself, as it does over a full or broken disk: with it goes all that came before.
   */
  async #inSavepoint(job: Job): Promise<() => void> {
    const mark = this.#closing.mark();
    this.#connection.exec('savepoint piece');
    try {
      const result = await job.work();
      this.#connection.exec('release piece');
      return () => job.resolve(result);
    } catch (error) {
      if (!this.#connection.inTransaction) throw error;
      this.#closing.undo(mark);
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

const nothingToClose: Closing = { mark: () => 0, undo: () => undefined, write: async () => undefined };

/** One piece of a group could not be done. */
class PieceFailed extends Error {}

async function readings(jobs: readonly Job[]): Promise<readonly (() => void)[]> {
  const told: (() => void)[] = [];
  for (const job of jobs) told.push(await reading(job));
  return told;
}

async function reading(job: Job): Promise<() => void> {
  try {
    const result = await job.work();
    return () => job.resolve(result);
  } catch (error) {
    return () => job.reject(error);
  }
}
