import type { Clock } from '../../src/cancellation/clock.ts';
import { type Timer, TimerQueue } from './timer-queue.ts';

const tickMs = 5;

/**
 * Time that passes when a test says so: by hand, from one timer to the next, or beside real sockets and disks at a multiple
 * of the usual pace. Whatever comes due on the way is called back at its own instant.
 */
export class VirtualClock implements Clock {
  readonly #timers = new TimerQueue();
  #now: number;
  #ticking: NodeJS.Timeout | null = null;
  readonly #holds: (() => boolean)[] = [];

  constructor(now: number = Date.parse('2026-01-31T12:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = this.at(this.#now + ms, callback);
    return () => {
      timer.cancelled = true;
    };
  }

  at(instant: number, fire: () => void): Timer {
    return this.#timers.add(Math.max(instant, this.#now), fire);
  }

  /** How many callbacks are waited for. */
  get pending(): number {
    return this.#timers.size;
  }

  /** The instant of the next callback; infinite when there is none. */
  get nextAt(): number {
    return this.#timers.peek()?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Milliseconds until the next callback; infinite when there is none. */
  get msToNext(): number {
    return this.nextAt - this.#now;
  }

  /** Moves to the next callback and makes it. One that is overdue, since the time was set, is made now. */
  step(): void {
    const next = this.#timers.take();
    if (next === null) return;
    this.#now = Math.max(this.#now, next.at);
    next.fire();
  }

  /** Moves on by so much, callback by callback. */
  jump(ms: number): void {
    const until = this.#now + ms;
    while (this.nextAt <= until) this.step();
    this.#now = until;
  }

  /** Sets the time, forward or back, as one sets a clock: nothing is called back by that. */
  set(now: number): void {
    this.#now = now;
  }

  /** Time that is hurried waits while this is so: of a disk at work, say, which does not know how fast the time runs. */
  holdWhile(isBusy: () => boolean): void {
    this.#holds.push(isBusy);
  }

  get isHeld(): boolean {
    return this.#holds.some((isBusy) => isBusy());
  }

  /**
   * Lets time pass by itself. At another pace than the usual it counts the turns of this process, not the system's time, and
   * it can be held, so that a machine that is busy slows it down and makes nothing late.
   */
  run(speed = 1): this {
    let last = Date.now();
    this.#ticking = setInterval(() => {
      const now = Date.now();
      if (speed === 1) this.jump(Math.max(0, now - last));
      else if (!this.isHeld) this.jump(tickMs * speed);
      last = now;
    }, tickMs);
    this.#ticking.unref();
    return this;
  }

  stop(): void {
    if (this.#ticking !== null) clearInterval(this.#ticking);
  }
}
