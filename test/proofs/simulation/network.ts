import type {
  CallTerms,
  CancelAnswer,
  CancelCommand,
  ProviderAdapter,
  ReadAnswer,
} from '../../../src/cancellation/provider.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { type Incarnation, never } from './replica.ts';
import { type CancelFault, isReadable } from './schedule.ts';
import * as wire from './wire.ts';
import type { World } from './world.ts';

/** The provider as one replica reaches it, over a network that loses, delays, copies and garbles. */
export class NetworkAdapter implements ProviderAdapter {
  readonly #life: Incarnation;
  readonly #world: World;

  constructor(life: Incarnation) {
    this.#life = life;
    this.#world = life.world;
  }

  async cancel(command: CancelCommand): Promise<CancelAnswer> {
    const { faults, checker } = this.#world;
    const { replica, alive } = this.#life;
    if (!alive) return never();
    const crash = faults.crashAt(replica, 'call');
    if (crash?.when === 'before') return this.#world.crash(replica, crash.downMs);
    checker.sending(command);
    const answer = this.#send(command, faults.cancelFault());
    if (crash?.when === 'after') return this.#world.crash(replica, crash.downMs);
    return answer;
  }

  async read(target: Target, { deadlineMs }: CallTerms): Promise<ReadAnswer> {
    const { faults, schedule, provider, timeline } = this.#world;
    if (!this.#life.alive) return never();
    if (!isReadable(schedule.behaviour)) return { kind: 'unsupported', upstream: wire.upstream(null) };
    const fault = faults.readFault();
    const index = this.#world.indexOf(target);
    return this.#within<ReadAnswer>(deadlineMs, (answer) => {
      const ms = faults.latencyMs();
      const say = (heard: ReadAnswer, downMs = ms) => void this.#life.deliver(ms + downMs, () => answer(heard));
      const look = (lagMs: number, downMs: number) => {
        timeline.in(ms, () => {
          const seen = wire.found(target, provider.stateAt(index, timeline.now - lagMs));
          this.#life.deliver(downMs, () => answer(seen));
        });
      };
      switch (fault?.how) {
        case undefined:
          return look(0, ms);
        case 'stale':
          this.#world.checker.showsStale(index, fault.lagMs);
          return look(fault.lagMs, ms);
        case 'slow':
          return look(0, fault.downMs);
        case 'lost':
          return;
        case 'not-sent':
          return say(wire.notSent(true), 0);
        case 'limited':
          return say(wire.limited(1_000));
        case 'error':
          return say(wire.failed());
        case 'junk':
          return say(wire.lost(true));
        case 'not-found':
          return say(wire.notFound(target));
      }
    });
  }

  async close(): Promise<void> {}

  #send(command: CancelCommand, fault: CancelFault | null): Promise<CancelAnswer> {
    const { faults } = this.#world;
    return this.#within<CancelAnswer>(command.terms.deadlineMs, (answer) => {
      const ms = faults.latencyMs();
      const say = (heard: CancelAnswer, afterMs = 2 * ms) => void this.#life.deliver(afterMs, () => answer(heard));
      const land = (upMs: number, effect = true) => {
        if (effect) this.#arrive(command, upMs, () => undefined);
      };
      const { target } = command;
      switch (fault?.how) {
        case undefined:
          return this.#arrive(command, ms, (word) => say(word, ms));
        case 'slow':
          return this.#arrive(command, ms + fault.upMs, (word) => say(word, ms + fault.downMs));
        case 'lost':
          return land(ms, fault.effect);
        case 'reset':
          say(wire.lost(false));
          return land(fault.landsMs ?? 0, fault.landsMs !== null);
        case 'duplicate':
          return this.#twice(command, ms, fault, say);
        case 'not-sent':
          return say(wire.notSent(fault.transient), ms);
        case 'limited':
          return say(wire.limited(fault.retryAfterMs));
        case 'error':
          say(fault.readable ? wire.failed() : wire.lost(true));
          return land(ms + fault.landsMs, fault.effect);
        case 'junk':
          say(wire.lost(true));
          return land(ms, fault.effect);
        case 'strange':
          say(wire.strange(fault.status));
          return land(ms, fault.effect);
        case 'locked':
          say(wire.locked());
          return land(ms, fault.effect);
        case 'key-used':
          say(wire.keyUsed());
          return land(ms, fault.effect);
        case 'denied':
          return say(wire.denied());
        case 'not-found':
          return say(wire.notFound(target));
        case 'unmoved': {
          const index = this.#world.indexOf(target);
          say(wire.unmoved(target, this.#world.provider.state(index)));
          return land(ms, fault.effect);
        }
      }
    });
  }

  /** A proxy on the way repeats the request. A copy of a request that was turned away as too soon is turned away too. */
  #twice(
    command: CancelCommand,
    ms: number,
    { laterMs, heard }: Extract<CancelFault, { how: 'duplicate' }>,
    say: (answer: CancelAnswer, ms: number) => void,
  ): void {
    this.#arrive(command, ms, (first) => {
      if (heard === 'first' || first.kind === 'too-soon') say(first, ms);
      if (first.kind === 'too-soon') return;
      this.#arrive(command, laterMs, (second) => {
        if (heard === 'second') say(second, ms);
      });
    });
  }

  /** The request reaches the provider after a while, whether or not its sender still lives. */
  #arrive({ target, key }: CancelCommand, afterMs: number, answered: (answer: CancelAnswer) => void): void {
    const { timeline, provider, schedule } = this.#world;
    const index = this.#world.indexOf(target);
    const sentAt = timeline.now;
    timeline.in(afterMs, () => {
      const later = (ms: number, work: () => void) => void timeline.in(ms, work);
      const word = provider.cancel(index, key, sentAt, timeline.now, later);
      this.#world.coverage.count(`provider says ${word}`);
      answered(wire.answerTo(word, target, provider.state(index), isReadable(schedule.behaviour)));
    });
  }

  #within<T extends CancelAnswer | ReadAnswer>(
    deadlineMs: number,
    start: (answer: (heard: T | ReturnType<typeof wire.lost>) => void) => void,
  ): Promise<T | ReturnType<typeof wire.lost>> {
    return new Promise((resolve) => {
      const forget = this.#life.deliver(deadlineMs, () => resolve(wire.lost(false)));
      start((heard) => {
        forget();
        resolve(heard);
      });
    });
  }
}
