import type { Clock } from '../cancellation/clock.ts';
import { FailureRate } from './failure-rate.ts';
import type { RestResult } from './result.ts';

export interface CircuitOptions {
  readonly clock: Clock;
  /** Whether an outcome says that the peer and the way to it work; null where it says neither. */
  works(result: RestResult): boolean | null;
  /** Asks the peer once, with a request that changes nothing, whether it works. */
  probe(): Promise<boolean>;
  changed(state: 'open' | 'closed'): void;
}

/** Milliseconds between probes: doubled while they fail, but no longer than a nap while somebody is turned away. */
const firstSleepMs = 2_000;
const longestSleepMs = 30_000;
const napMs = 3_000;
const probesToClose = 3;

/**
 * Keeps calls from a peer that does not answer. Libraries make the first caller after a pause the probe, which here could be
 * a cancel: only probes of our own close this one.
 */
export class Circuit {
  readonly #options: CircuitOptions;
  /** A new one for every closing, so that calls from before an outage, whose deadlines pass after it, count no more. */
  #rate: FailureRate;
  #isOpen = false;
  #successes = 0;
  #wanted = false;
  #stopped = false;
  #cancelTimer = () => {};

  constructor(options: CircuitOptions) {
    this.#options = options;
    this.#rate = new FailureRate(options.clock);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** What a call that begins now is counted with when it ends. */
  get rate(): FailureRate {
    return this.#rate;
  }

  /** Counts what became of a call. What comes after the circuit has opened is not counted. */
  count(result: RestResult, rate: FailureRate): void {
    if (this.#isOpen || rate !== this.#rate) return;
    const works = this.#options.works(result);
    if (works === true) rate.success();
    const isTooMany = works === false && rate.failure();
    // Whoever answers there is not the peer, and a second call would not change that.
    if (isTooMany || isWrongPeer(result)) this.#open();
  }

  /** Somebody was turned away. Where nobody comes, nobody is in a hurry to know. */
  missed(): void {
    this.#wanted = true;
  }

  /** Probes no more. */
  stop(): void {
    this.#stopped = true;
    this.#cancelTimer();
  }

  #open(): void {
    this.#isOpen = true;
    this.#successes = 0;
    this.#options.changed('open');
    this.#sleep(firstSleepMs);
  }

  #close(): void {
    this.#isOpen = false;
    this.#rate = new FailureRate(this.#options.clock);
    this.#options.changed('closed');
  }

  #sleep(ms: number): void {
    this.#wanted = false;
    this.#nap(ms, 0);
  }

  #nap(sleepMs: number, sleptMs: number): void {
    if (this.#stopped) return;
    const until = Math.min(sleepMs, sleptMs + napMs);
    const wake = () => (until >= sleepMs || this.#wanted ? void this.#probe(sleepMs) : this.#nap(sleepMs, until));
    this.#cancelTimer = this.#options.clock.after(until - sleptMs, wake, 'weak');
  }

  async #probe(sleptMs: number): Promise<void> {
    // A probe that cannot even be made is a bug, which every call shows; here nobody would be there to catch it.
    const works = await this.#options.probe().catch(() => false);
    if (this.#stopped) return;
    this.#successes = works ? this.#successes + 1 : 0;
    if (!works) this.#sleep(Math.min(longestSleepMs, 2 * sleptMs));
    else if (this.#successes < probesToClose) await this.#probe(sleptMs);
    else this.#close();
  }
}

function isWrongPeer(result: RestResult): boolean {
  return result.kind === 'failure' && result.sent === 'no' && result.reason === 'wrong-peer';
}
