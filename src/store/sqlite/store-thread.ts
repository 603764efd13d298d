import type { Worker } from 'node:worker_threads';
import { MaybeWritten } from '../../cancellation/record/maybe-written.ts';
import type { RecordStore } from '../../cancellation/record/record-store.ts';
import { type Answer, type Call, errorOf, type Method, textOf } from './messages.ts';

/** A disk that takes longer is down for whoever waits; what was begun may still be written. */
export const patienceMs = 5_000;

export type Result<M extends Method> = Awaited<ReturnType<RecordStore[M]>>;

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The call that is answered once the file is open. */
const start = 0;

/** The calling side of a thread that holds the file. Calls are answered in the order in which they were made. */
export class StoreThread {
  /** Resolves, with the reason, once the thread is gone and has let go of the file. */
  readonly ended: Promise<Error>;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #calls = start;
  #reason: Error | null = null;

  private constructor(worker: Worker) {
    this.#worker = worker;
    this.#worker.on('message', (answer: Answer) => this.#settle(answer));
    this.#worker.on('error', (cause) => this.#end(new Error('The record store thread failed.', { cause })));
    this.ended = new Promise((resolve) => {
      this.#worker.on('exit', () => resolve(this.#end(new Error('The record store thread has ended.'))));
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

  call<M extends Method>(method: M, args: Parameters<RecordStore[M]>): Promise<Result<M>> {
    return new Promise((resolve, reject) => {
      if (this.#reason !== null) return reject(this.#reason);
      this.#calls += 1;
      const call: Call = { id: this.#calls, method, args };
      this.#worker.postMessage(call);
      const timer = setTimeout(
        () => this.#settle({ id: call.id, error: textOf(new MaybeWritten('late')) }),
        patienceMs,
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

  async close(): Promise<void> {
    try {
      await this.call('close', []);
    } catch (error) {
      // A thread that has ended holds nothing that could be closed.
      if (this.#reason === null) throw error;
    } finally {
      await this.#worker.terminate();
    }
  }

  #settle(answer: Answer): void {
    const pending = this.#pending.get(answer.id);
    this.#pending.delete(answer.id);
    if ('error' in answer) pending?.reject(errorOf(answer.error));
    else pending?.resolve(answer.result);
  }

  #end(error: Error): Error {
    const reason = this.#reason ?? error;
    this.#reason = reason;
    // Nobody can say how far the calls came that were under way.
    for (const [id, { reject }] of this.#pending) reject(id === start ? reason : new MaybeWritten(reason));
    this.#pending.clear();
    return reason;
  }
}
