import { type CircuitBreakerPolicy, CircuitState, circuitBreaker, handleWhenResult } from 'cockatiel';
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
 * Keeps calls from a peer that does not answer. Cockatiel counts and holds the state, with two things of ours. It would
 * make the first caller after a pause the probe, which here could be a cancel: the circuit is therefore isolated as soon
 * as it breaks, and only probes of our own end that. And every closing begins with a new policy, so that calls from
 * before the outage, whose deadlines pass after it, do not break it again.
 */
export class Circuit {
  readonly #options: CircuitOptions;
  #policy: CircuitBreakerPolicy;
  #successes = 0;
  #wanted = false;
  #stopped = false;
  #cancelTimer = () => {};

  constructor(options: CircuitOptions) {
    this.#options = options;
    this.#policy = this.#newPolicy();
  }

  get isOpen(): boolean {
    return this.#policy.state !== CircuitState.Closed;
  }

  /** Makes a call and counts what became of it. Only for a closed circuit: ask `isOpen` in the same turn. */
  async run<T extends RestResult>(call: () => Promise<T>): Promise<T> {
    const policy = this.#policy;
    const result = await call();
    const works = this.#options.works(result);
    // What neither speaks for the peer nor against it is not counted, nor is what comes after the circuit has opened.
    if (works !== null && policy.state === CircuitState.Closed) await policy.execute(() => works);
    // Whoever answers there is not the peer, and a second call would not change that.
    if (isWrongPeer(result) && policy.state === CircuitState.Closed) this.#open(policy);
    return result;
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

  #newPolicy(): CircuitBreakerPolicy {
    const handled = handleWhenResult((works) => works === false);
    // The pause after which cockatiel would let a call through is never reached: the circuit is isolated first.
    const policy = circuitBreaker(handled, { breaker: new FailureRate(this.#options.clock), halfOpenAfter: napMs });
    policy.onBreak((reason) => {
      if (!('isolated' in reason)) this.#open(policy);
    });
    return policy;
  }

  #open(policy: CircuitBreakerPolicy): void {
    policy.isolate();
    this.#successes = 0;
    this.#options.changed('open');
    this.#sleep(firstSleepMs);
  }

  #close(): void {
    this.#policy = this.#newPolicy();
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
