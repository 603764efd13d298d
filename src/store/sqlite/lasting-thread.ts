import { performance } from 'node:perf_hooks';
import type { Worker } from 'node:worker_threads';
import type { RecordStore } from '../../cancellation/record/record-store.ts';
import type { Method } from './messages.ts';
import { patienceMs, type Result, StoreThread } from './store-thread.ts';

/** How long nobody starts a thread after one that could not be started, or that did not last. Milliseconds. */
const pauseMs = { first: 100, longest: 2_000 };
const lastedMs = 5_000;

/** Makes a thread; the first that opens the file in this process takes it over from an earlier one. */
export type StartWorker = (takesOver: boolean) => Worker;

/**
 * The thread that holds the file, and after it dies the one that takes its place: at the next call, and after a pause,
 * doubled each time, when it did not last. Whoever calls while none is up waits for the one that starts, or is rejected at
 * once during a pause; in both cases nothing was written.
 */
export class LastingThread {
  readonly #startWorker: StartWorker;
  #thread: StoreThread | null = null;
  #starting: Promise<StoreThread> | null = null;
  #closing: Promise<void> | null = null;
  #lost: Error | null = null;
  #pauseMs = 0;
  #pausedUntil = 0;

  private constructor(startWorker: StartWorker) {
    this.#startWorker = startWorker;
  }

  /** Resolves once the file is open; a file that cannot be opened is not tried again. */
  static async open(startWorker: StartWorker): Promise<LastingThread> {
    const lasting = new LastingThread(startWorker);
    await lasting.#start(true);
    return lasting;
  }

  async call<M extends Method>(method: M, args: Parameters<RecordStore[M]>): Promise<Result<M>> {
    const thread = this.#thread ?? (await this.#nextInTime());
    if (this.#closing !== null) throw new Error('The record store thread has ended.');
    return thread.call(method, args);
  }

  close(): Promise<void> {
    this.#closing ??= this.#end();
    return this.#closing;
  }

  async #end(): Promise<void> {
    const starting = this.#starting;
    if (starting === null) return this.#thread?.close();
    // Nobody waits long for a start that hangs; a thread that comes up after all would keep the process from ending.
    const closing = starting.then((thread) => thread.close());
    await inTime(closing).catch(() => undefined);
  }

  /** A start that fails is no commit that failed: its own error must not be taken for the call's. */
  async #nextInTime(): Promise<StoreThread> {
    if (this.#closing !== null) throw new Error('The record store thread has ended.');
    if (this.#starting === null && performance.now() < this.#pausedUntil) throw new NotUp(this.#lost);
    return inTime(this.#starting ?? this.#start(false)).catch((cause) => {
      throw new NotUp(cause);
    });
  }

  #start(takesOver: boolean): Promise<StoreThread> {
    this.#starting = this.#begin(takesOver);
    this.#starting.then(
      (thread) => {
        this.#thread = thread;
        this.#starting = null;
        const startedAt = performance.now();
        thread.ended.then((reason) => this.#lose(reason, performance.now() - startedAt >= lastedMs));
      },
      (reason) => this.#lose(reason, false),
    );
    return this.#starting;
  }

  /** A thread that cannot be made is one that cannot be started. */
  async #begin(takesOver: boolean): Promise<StoreThread> {
    return StoreThread.start(this.#startWorker(takesOver));
  }

  /** A thread that lasted is replaced at once. One that did not will fare no better a moment later. */
  #lose(reason: Error, lasted: boolean): void {
    this.#thread = null;
    this.#starting = null;
    this.#lost = reason;
    const doubled = Math.min(Math.max(2 * this.#pauseMs, pauseMs.first), pauseMs.longest);
    this.#pauseMs = lasted ? 0 : doubled;
    this.#pausedUntil = performance.now() + this.#pauseMs;
  }
}

class NotUp extends Error {
  /** The log tells the codes of SQLite and the system, not the messages. */
  readonly code: unknown;

  constructor(cause: unknown) {
    super('The record store thread has ended, and none has taken its place yet.', { cause });
    this.code = cause instanceof Error && 'code' in cause ? cause.code : null;
  }
}

async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The record store thread starts too slowly.')), patienceMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
