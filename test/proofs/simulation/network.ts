import type {
  CallTerms,
  CancelAnswer,
  CancelCommand,
  ProviderAdapter,
  ReadAnswer,
} from '../../../src/cancellation/provider.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { never, type ReplicaProcess } from './replica.ts';
import { type CancelFault, isReadable } from './schedule.ts';
import * as wire from './wire.ts';
import type { World } from './world.ts';

/** The provider as one replica reaches it, over a network that loses, delays, copies and garbles. */
export class NetworkAdapter implements ProviderAdapter {
  readonly #process: ReplicaProcess;
  readonly #world: World;

  constructor(process: ReplicaProcess) {
    this.#process = process;
    this.#world = process.world;
  }

  async cancel(command: CancelCommand): Promise<CancelAnswer> {
    const { faults, checker } = this.#world;
    const { replica, alive } = this.#process;
    if (!alive) return never();
    const crash = faults.crashAt(replica, 'call');
    if (crash?.when === 'before') return this.#world.crash(replica, crash.downMs);
    checker.sending(command);
    const answer = this.#send(command, faults.cancelFault());
    if (crash?.when === 'after') return this.#world.crash(replica, crash.downMs);
    return answer;
  }

  async read(target: Target, { deadlineMs }: CallTerms): Promise<ReadAnswer> {
    const { faults, schedule, provider, clock } = this.#world;
    if (!this.#process.alive) return never();
    if (!isReadable(schedule.behaviour)) return { kind: 'unsupported', upstream: wire.upstream(null) };
    const fault = faults.readFault();
    const index = this.#world.indexOf(target);
    return this.#within<ReadAnswer>(deadlineMs, (answer) => {
      const ms = faults.latencyMs();
      const answerWith = (found: ReadAnswer, downMs = ms) =>
        void this.#process.deliver(ms + downMs, () => answer(found));
      const readBack = (lagMs: number, downMs: number) => {
        clock.after(ms, () => {
          const seen = wire.found(target, provider.stateAt(index, clock.now() - lagMs));
          this.#process.deliver(downMs, () => answer(seen));
        });
      };
      switch (fault?.how) {
        case undefined:
          return readBack(0, ms);
        case 'stale':
          this.#world.checker.showsStale(index, fault.lagMs);
          return readBack(fault.lagMs, ms);
        case 'slow':
          return readBack(0, fault.downMs);
        case 'lost':
          return;
        case 'not-sent':
          return answerWith(wire.notSent(true), 0);
        case 'limited':
          return answerWith(wire.limited(1_000));
        case 'error':
          return answerWith(wire.failed());
        case 'junk':
          return answerWith(wire.lost(true));
        case 'not-found':
          return answerWith(wire.notFound(target));
      }
    });
  }

  async close(): Promise<void> {}

  #send(command: CancelCommand, fault: CancelFault | null): Promise<CancelAnswer> {
    const { faults } = this.#world;
    return this.#within<CancelAnswer>(command.terms.deadlineMs, (answer) => {
      const ms = faults.latencyMs();
      const answerWith = (found: CancelAnswer, afterMs = 2 * ms) =>
        void this.#process.deliver(afterMs, () => answer(found));
      const land = (upMs: number, effect = true) => {
        if (effect) this.#arrive(command, upMs, () => undefined);
      };
      const { target } = command;
      switch (fault?.how) {
        case undefined:
          return this.#arrive(command, ms, (reply) => answerWith(reply, ms));
        case 'slow':
          return this.#arrive(command, ms + fault.upMs, (reply) => answerWith(reply, ms + fault.downMs));
        case 'lost':
          return land(ms, fault.effect);
        case 'reset':
          answerWith(wire.lost(false));
          return land(fault.landsMs ?? 0, fault.landsMs !== null);
        case 'duplicate':
          return this.#twice(command, ms, fault, answerWith);
        case 'not-sent':
          return answerWith(wire.notSent(fault.transient), ms);
        case 'limited':
          return answerWith(wire.limited(fault.retryAfterMs));
        case 'error':
          answerWith(fault.readable ? wire.failed() : wire.lost(true));
          return land(ms + fault.landsMs, fault.effect);
        case 'junk':
          answerWith(wire.lost(true));
          return land(ms, fault.effect);
        case 'strange':
          answerWith(wire.strange(fault.status));
          return land(ms, fault.effect);
        case 'locked':
          answerWith(wire.locked());
          return land(ms, fault.effect);
        case 'key-used':
          answerWith(wire.keyUsed());
          return land(ms, fault.effect);
        case 'denied':
          return answerWith(wire.denied());
        case 'not-found':
          return answerWith(wire.notFound(target));
        case 'unmoved': {
          const index = this.#world.indexOf(target);
          answerWith(wire.unmoved(target, this.#world.provider.state(index)));
          return land(ms, fault.effect);
        }
      }
    });
  }

  /** A proxy on the way repeats the request. A copy of a request that was turned away as too soon is turned away too. */
  #twice(
    command: CancelCommand,
    ms: number,
    { laterMs, answered }: Extract<CancelFault, { how: 'duplicate' }>,
    answerWith: (answer: CancelAnswer, ms: number) => void,
  ): void {
    this.#arrive(command, ms, (first) => {
      if (answered === 'first' || first.kind === 'too-soon') answerWith(first, ms);
      if (first.kind === 'too-soon') return;
      this.#arrive(command, laterMs, (second) => {
        if (answered === 'second') answerWith(second, ms);
      });
    });
  }

  /** The request reaches the provider after a while, whether or not its sender still lives. */
  #arrive({ target, key }: CancelCommand, afterMs: number, answered: (answer: CancelAnswer) => void): void {
    const { clock, provider, schedule } = this.#world;
    const index = this.#world.indexOf(target);
    const sentAt = clock.now();
    clock.after(afterMs, () => {
      const later = (ms: number, work: () => void) => void clock.after(ms, work);
      const reply = provider.cancel(index, key, sentAt, clock.now(), later);
      this.#world.coverage.count(`provider says ${reply}`);
      answered(wire.answerTo(reply, target, provider.state(index), isReadable(schedule.behaviour)));
    });
  }

  #within<T extends CancelAnswer | ReadAnswer>(
    deadlineMs: number,
    start: (answer: (found: T | ReturnType<typeof wire.lost>) => void) => void,
  ): Promise<T | ReturnType<typeof wire.lost>> {
    return new Promise((resolve) => {
      const forget = this.#process.deliver(deadlineMs, () => resolve(wire.lost(false)));
      start((found) => {
        forget();
        resolve(found);
      });
    });
  }
}
