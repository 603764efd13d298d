import type { Clock } from './options.ts';

/** What timers of the platform can hold; a longer one would be over at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Over with what is waited for, and fails with it; over sooner where the signal is aborted. */
export async function waitUnlessAborted(waited: void | Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  let abort = () => {};
  const aborted = new Promise<void>((resolve) => {
    abort = resolve;
  });
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort);
  try {
    await Promise.race([waited, aborted]);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

/** Ends the asking at the caller's deadline or by the caller's signal, whichever comes first. */
export class Stop {
  readonly #clock: Clock;
  readonly #deadline: number;
  readonly #signal: AbortSignal | undefined;
  readonly #wakes = new Set<() => void>();
  readonly #cancelTimer: () => void;
  readonly #abort = () => this.#end('ABORTED');
  reason: 'DEADLINE' | 'ABORTED' | null = null;

  constructor(clock: Clock, deadlineMs: number, signal: AbortSignal | undefined) {
    this.#clock = clock;
    this.#deadline = clock.now() + deadlineMs;
    this.#signal = signal;
    this.#cancelTimer =
      deadlineMs > longestTimerMs ? () => {} : clock.after(Math.max(0, deadlineMs), () => this.#end('DEADLINE'));
    if (signal?.aborted) this.#abort();
    else signal?.addEventListener('abort', this.#abort);
  }

  get leftMs(): number {
    return this.#deadline - this.#clock.now();
  }

  /** Calls back when it ends, at once where it has ended; the returned function takes that back. */
  onEnd(callback: () => void): () => void {
    if (this.reason !== null) callback();
    this.#wakes.add(callback);
    return () => this.#wakes.delete(callback);
  }

  /** Waits; at once where the time would not be left. False when it has ended. */
  async pause(ms: number): Promise<boolean> {
    if (this.reason === null && ms >= this.leftMs) this.#end('DEADLINE');
    if (this.reason !== null) return false;
    if (ms === 0) return true;
    await this.wait(ms);
    return this.reason === null;
  }

  /** Over after so much, with `sooner`, or when it ends or is closed; ends nothing by itself. */
  wait(ms: number, sooner?: Promise<unknown>): Promise<void> {
    if (this.reason !== null) return Promise.resolve();
    return new Promise((resolve) => {
      const over = () => {
        cancelTimer();
        this.#wakes.delete(over);
        resolve();
      };
      const cancelTimer = this.#clock.after(Math.min(ms, longestTimerMs), over);
      this.#wakes.add(over);
      sooner?.then(over, over);
    });
  }

  /** Leaves no timer behind. */
  close(): void {
    this.#cancelTimer();
    this.#signal?.removeEventListener('abort', this.#abort);
    for (const wake of [...this.#wakes]) wake();
  }

  #end(reason: 'DEADLINE' | 'ABORTED'): void {
    if (this.reason !== null) return;
    this.reason = reason;
    for (const wake of [...this.#wakes]) wake();
  }
}
