import type { CancellationRecord } from '../record/record.ts';

/**
 * The cancellations that run in this process, by the id of their record. A caller that leaves does not end one, and a
 * caller that comes for a running one waits for the same promise: one send, equal answers.
 */
export class RunningCancellations {
  readonly #running = new Map<string, Promise<CancellationRecord>>();

  /**
   * Starts a run. Whoever starts one holds the record, so it takes the place of an earlier run of the same
   * record that has let it go and is about to end.
   */
  start(id: string, run: Promise<CancellationRecord>): Promise<CancellationRecord> {
    const listed = run.finally(() => {
      if (this.#running.get(id) === listed) this.#running.delete(id);
    });
    this.#running.set(id, listed);
    return listed;
  }

  get(id: string): Promise<CancellationRecord> | undefined {
    return this.#running.get(id);
  }

  /** Resolves when nothing runs any more, however it ended. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values());
  }
}
