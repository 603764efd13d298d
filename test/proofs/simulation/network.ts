import type {
  CallTerms,
  CancelAnswer,
  CancelCommand,
  ProviderAdapter,
  ReadAnswer,
} from '../../../src/cancellation/provider.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { isReadable } from '../../doubles/provider/behaviour.ts';
import type { Merchant } from './accounts.ts';
import { Contradictions } from './contradictions.ts';
import * as port from './port-answers.ts';
import { never, type ReplicaProcess } from './replica.ts';
import type { CancelFault } from './schedule.ts';
import { numberOf, type SimulatedProvider } from './simulated-provider.ts';
import type { World } from './world.ts';

/** The provider as one replica reaches it, over a network that loses, delays, copies and garbles. */
export class NetworkAdapter implements ProviderAdapter {
  readonly #process: ReplicaProcess;
  readonly #world: World;
  readonly #contradictions: Contradictions;
  readonly #merchant: Merchant;

  /** With the credentials of one of the accounts. */
  constructor(process: ReplicaProcess, merchant: Merchant) {
    this.#process = process;
    this.#world = process.world;
    this.#merchant = merchant;
    this.#contradictions = new Contradictions(process.world);
  }

  async cancel(command: CancelCommand): Promise<CancelAnswer> {
    const { faults, checker } = this.#world;
    const { replica, alive } = this.#process;
    if (!alive) return never();
    const crash = faults.crashAt(replica, 'call');
    if (crash?.when === 'before') return this.#world.crash(replica, crash.downMs);
    checker.sending(command, this.#process.owner, this.#merchant);
    const answer = this.#send(command, faults.cancelFault());
    if (crash?.when === 'after') return this.#world.crash(replica, crash.downMs);
    this.#contradictions.hear(command.target, await answer);
    return answer;
  }

  async read(target: Target, { deadlineMs }: CallTerms): Promise<ReadAnswer> {
    const { faults, schedule, clock, sight, checker } = this.#world;
    const provider = this.#provider;
    if (!this.#process.alive) return never();
    checker.reading(target, deadlineMs, this.#merchant);
    if (!isReadable(schedule.behaviour)) return { kind: 'unsupported', upstream: port.upstream(null) };
    const fault = faults.readFault();
    const index = numberOf(target.id);
    const said = await this.#within<ReadAnswer>(deadlineMs, (answer) => {
      const ms = faults.latencyMs();
      const answerWith = (found: ReadAnswer, downMs = ms) =>
        void this.#process.deliver(ms + downMs, () => answer(found));
      const readBack = (lagMs: number, downMs: number) => {
        clock.after(ms, () => {
          const state = sight.isShown(index) ? provider.state(index, clock.now() - lagMs) : null;
          // A replica that lags does not know of it yet.
          const isToBeCancelled = state !== null && lagMs === 0 && provider.isToBeCancelled(index);
          if (isToBeCancelled) this.#world.coverage.count('reads of an order that is to be cancelled');
          const seen = isToBeCancelled ? port.foundToBeCancelled(target, state) : port.found(target, state);
          this.#process.deliver(downMs, () => answer(seen));
        });
      };
      switch (fault?.how) {
        case undefined:
          return readBack(0, ms);
        case 'stale':
          checker.showsStale(index, fault.lagMs);
          return readBack(fault.lagMs, ms);
        case 'contradicting':
          if (this.#merchant === 'other' || !this.#contradictions.mayShow(target)) return readBack(0, ms);
          return answerWith(port.found(target, 'captured'));
        case 'late':
          return readBack(0, fault.downMs);
        case 'lost':
          return;
        case 'not-sent':
          return answerWith(port.notSent(true), 0);
        case 'junk':
          return answerWith(port.lost(true));
        case 'wrong':
          return answerWith(port.wrongAnswer(fault.answer, target));
      }
    });
    if (said.kind === 'found') checker.shows(this.#process.owner, target, this.#merchant);
    return said;
  }

  async close(): Promise<void> {}

  #send(command: CancelCommand, fault: CancelFault | null): Promise<CancelAnswer> {
    const { faults } = this.#world;
    return this.#within<CancelAnswer>(command.terms.deadlineMs, (answer) => {
      const ms = faults.latencyMs();
      const answerWith = (found: CancelAnswer, afterMs = 2 * ms) =>
        void this.#process.deliver(afterMs, () => answer(found));
      const land = (upMs: number, executes: boolean) => {
        if (executes) this.#arrive(command, upMs, () => undefined);
      };
      const { target } = command;
      switch (fault?.how) {
        case undefined:
          return this.#arrive(command, ms, (reply) => answerWith(reply, ms));
        case 'late':
          return this.#arrive(command, ms + fault.upMs, (reply) => answerWith(reply, ms + fault.downMs));
        case 'lost':
          return land(ms, fault.executes);
        case 'reset':
          answerWith(port.lost(false));
          return land(fault.landsMs ?? 0, fault.landsMs !== null);
        case 'duplicate':
          return this.#twice(command, ms, fault, answerWith);
        case 'not-sent':
          return answerWith(port.notSent(fault.transient), ms);
        case 'junk':
          answerWith(port.lost(true));
          return land(ms + fault.landsMs, fault.executes);
        case 'wrong':
          answerWith(port.wrongAnswer(fault.answer, target));
          return land(ms + fault.landsMs, fault.executes);
        case 'not-implemented':
          return answerWith(port.notImplemented());
        case 'unmoved':
          answerWith(port.unmoved(target, this.#provider.state(numberOf(target.id))));
          return land(ms, fault.executes);
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
  #arrive({ target, key, spelling }: CancelCommand, afterMs: number, answered: (answer: CancelAnswer) => void): void {
    const { clock, schedule, sight } = this.#world;
    const provider = this.#provider;
    const index = numberOf(target.id);
    const sentAt = clock.now();
    clock.after(afterMs, () => {
      const sent = { sentAt, spelling: spelling === null ? 'usual' : 'other' } as const;
      const reply = sight.isLost(index) ? 'missing' : provider.cancel(provider.target(index), key, sent);
      this.#world.coverage.count(`provider says ${reply}`);
      answered(port.cancelAnswer(reply, target, provider.state(index), isReadable(schedule.behaviour)));
    });
  }

  get #provider(): SimulatedProvider {
    return this.#world.providers[this.#merchant];
  }

  #within<T extends CancelAnswer | ReadAnswer>(
    deadlineMs: number,
    start: (answer: (found: T | ReturnType<typeof port.lost>) => void) => void,
  ): Promise<T | ReturnType<typeof port.lost>> {
    return new Promise((resolve) => {
      const forget = this.#process.deliver(deadlineMs, () => resolve(port.lost(false)));
      start((found) => {
        forget();
        resolve(found);
      });
    });
  }
}
