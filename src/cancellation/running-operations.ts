import type { CancellationRecord } from './record.ts';

/**
 * The operations that run in this process, by the id of their record. A caller that leaves does not end one, and a
 * caller that comes for a running one waits for the same promise: one send, equal answers.
 */
export class RunningOperations {
  readonly #running = new Map<string, Promise<CancellationRecord>>();

  /** Starts the operation, unless it runs already, and answers with its end. */
  join(id: string, start: () => Promise<CancellationRecord>): Promise<CancellationRecord> {
    const already = this.#running.get(id);
    if (already !== undefined) return already;
    const operation = start().finally(() => this.#running.delete(id));
    this.#running.set(id, operation);
    return operation;
  }

  get(id: string): Promise<CancellationRecord> | undefined {
    return this.#running.get(id);
  }

  /** Resolves when everything that runs now has ended, however it ended. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.#running.values());
  }
}
