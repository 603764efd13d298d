import type { Clock } from '../../../src/cancellation/clock.ts';
import type { Behaviour } from '../../doubles/provider/behaviour.ts';
import { Provider } from '../../doubles/provider/provider.ts';
import { type Api, statusFor, type TargetState } from '../../doubles/provider/status.ts';
import { isOpen, newTarget, type ProviderTarget, stateOf } from '../../doubles/provider/target.ts';
import type { Schedule } from './schedule.ts';

/** The provider as an account sees it that has none of the targets. */
export function providerWithoutTargets(schedule: Schedule, clock: Clock): SimulatedProvider {
  return new SimulatedProvider(
    { ...schedule, targets: schedule.targets.map((plan) => ({ ...plan, exists: false })) },
    clock,
  );
}

/** The provider of all tests in virtual time, with the targets of one schedule, which are named by their numbers. */
export class SimulatedProvider extends Provider {
  /** Since when reads of a target have contradicted what was said of it. */
  readonly contradictedSince = new Map<string, number>();
  readonly #targets: readonly ProviderTarget[];

  constructor({ behaviour, targets }: Schedule, clock: Clock) {
    super(clock);
    const api = apis[behaviour];
    this.#targets = targets.map(({ state, exists, ...traits }, n) =>
      newTarget(idOf(n), {
        api,
        behaviour,
        traits,
        status: exists ? statusFor(api, state) : null,
        madeAt: clock.now(),
      }),
    );
  }

  target(n: number): ProviderTarget {
    const target = this.#targets[n];
    if (target === undefined) throw new Error(`The schedule has no target ${n}.`);
    return target;
  }

  /** Whether a target shows that it is to be cancelled. */
  isToBeCancelled(n: number): boolean {
    const target = this.target(n);
    return target.isFinishing && isOpen(target);
  }

  /** Where a target stands, or stood at an instant; null when there is none such. */
  state(n: number, at?: number): TargetState | null {
    return stateOf(this.target(n), at);
  }
}

export function idOf(n: number): string {
  return `t${n}`;
}

export function numberOf(id: string): number {
  return Number(id.slice(1));
}

const apis: Record<Behaviour, Api> = {
  replays: 'payments',
  ignores: 'payments',
  orders: 'orders',
  conforming: 'vtex',
  sloppy: 'vtex',
};
