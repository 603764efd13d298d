import type { Worker } from 'node:worker_threads';
import { MaybeWritten } from '../../cancellation/record/maybe-written.ts';
import { type Answer, type AuditedStore, type Call, errorOf, type Method, textOf } from './messages.ts';
import { Outbox } from './outbox.ts';

/** A disk that takes longer is down for whoever waits; what was begun may still be written. Milliseconds. */
const callTimeoutMs = 5_000;

/**
 * While every turn of a busy event loop brings more calls, they are collected for so long: calls that come together share a
 * commit, which costs more than they do. A loop with little to do passes them on in its next turn. Milliseconds.
 */
const collectedMs = 5;

type Result<M extends Method> = Awaited<ReturnType<AuditedStore[M]>>;

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The call that is answered once the file is open. */
const start = 0;

/** The calling side of a thread that holds the file. Calls are answered in the order in which they were made. */
export class StoreThread {
  /** Resolves, with what ended it, when the thread ends without having been closed. No other takes its place. */
  readonly died: Promise<unknown>;
  readonly #worker: Worker;
  readonly #calling: Outbox<Call>;
  readonly #pending = new Map<number, Pending>();
  #calls = start;
  #ended: ThreadEnded | null = null;
  #closing: Promise<void> | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.#calling = new Outbox((calls) => this.#post(calls), collectedMs);
    this.#worker.on('message', (answers: readonly Answer[]) => {
      for (const answer of answers) this.#settle(answer);
    });
    this.died = new Promise((resolve) => {
      const end = (cause?: unknown) => {
        const ended = this.#end(cause);
        if (this.#closing === null) resolve(cause ?? ended);
      };
      this.#worker.on('error', end);
      this.#worker.on('exit', () => end());
    });
  }

  /** Resolves once the file is open. */
  static async start(worker: Worker): Promise<StoreThread> {
    const thread = new StoreThread(worker);
    try {
      await new Promise((resolve, reject) => thread.#pending.set(start, { resolve, reject }));
      return thread;
    } catch (error) {
      await thread.#worker.terminate();
      throw error;
    }
  }

  call<M extends Method>(method: M, args: Parameters<AuditedStore[M]>): Promise<Result<M>> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    if (this.#closing !== null) return Promise.reject(new ThreadEnded());
    return this.#send(method, args);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    try {
      if (this.#ended === null) await this.#send('close', []);
    } catch (error) {
      // A thread that has ended holds nothing that could be closed.
      if (this.#ended === null) throw error;
    } finally {
      await this.#worker.terminate();
    }
  }

  #send<M extends Method>(method: M, args: Parameters<AuditedStore[M]>): Promise<Result<M>> {
    return new Promise((resolve, reject) => {
      this.#calls += 1;
      const call: Call = { id: this.#calls, method, args };
      this.#calling.put(call);
      const timer = setTimeout(
        () => this.#settle({ id: call.id, error: textOf(new MaybeWritten('late')) }),
        callTimeoutMs,
      );
      this.#pending.set(call.id, {
        resolve(result) {
          clearTimeout(timer);
          // The other side runs the method of that name.
          resolve(result as Result<M>);
        },
        reject(error) {
          clearTimeout(timer);
          reject(error);
        },
      });
    });
  }

  /** A call that cannot be copied into a message never leaves, and takes none of the others with it. */
  #post(calls: readonly Call[]): void {
    try {
      this.#worker.postMessage(calls);
    } catch (error) {
      if (calls.length > 1) for (const call of calls) this.#post([call]);
      else for (const { id } of calls) this.#settle({ id, error: textOf(error) });
    }
  }

  #settle(answer: Answer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if ('error' in answer) pending?.reject(errorOf(answer.error));
    else pending?.resolve(answer.result);
  }

  /** The first reason stands: a thread that fails also ends. */
  #end(cause: unknown): ThreadEnded {
    const ended = this.#ended ?? new ThreadEnded(cause);
    this.#ended = ended;
    // Nobody can say how far the calls came that were under way.
    for (const [id, { reject }] of this.#pending) reject(id === start ? ended : new MaybeWritten(ended));
    this.#pending.clear();
    return ended;
  }
}

/** Whoever calls now has written nothing. */
class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  /** The code of what ended it, for the log. */
  readonly code: unknown;

  constructor(cause?: unknown) {
    super('The record store thread has ended.', { cause });
    this.code = cause instanceof Error && 'code' in cause ? cause.code : null;
  }
}
