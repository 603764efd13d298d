import { type Behaviour, ordinary, type Traits } from './behaviour.ts';
import { type Api, apiOf, stateFor, statusFor, type TargetState } from './status.ts';

/** One payment or order at the provider: what it was and is, and which cancels were carried out on it. */
export interface ProviderTarget {
  readonly api: Api;
  readonly id: string;
  readonly behaviour: Behaviour;
  readonly traits: Traits;
  /** Every status since its making, in the provider's terms, oldest first; null when the provider has none such. */
  readonly history: { readonly at: number; readonly status: string | null }[];
  /** The keys under which a cancel of ours was executed. */
  readonly executed: Set<string>;
  readonly declined: Set<string>;
  firstKey: string | null;
  cancelledBy: 'us' | 'others' | null;
  /** An accepted cancel is on its way to being carried out. */
  isFinishing: boolean;
}

export interface TargetFacts {
  readonly api?: Api;
  readonly behaviour?: Behaviour;
  readonly traits?: Partial<Traits>;
  /** In the provider's terms; open unless given, null when the provider has none such. */
  readonly status?: string | null;
  readonly madeAt?: number;
}

const usual: Record<Api, Behaviour> = { payments: 'replays', orders: 'orders', vtex: 'conforming' };

/** A target that behaves as those of its API do, and stands open, unless its facts say otherwise. */
export function newTarget(id: string, facts: TargetFacts = {}): ProviderTarget {
  const { api = apiOf(id), behaviour = usual[api], traits, madeAt = Date.now() } = facts;
  const status = facts.status === undefined ? statusFor(api, 'pending') : facts.status;
  return {
    api,
    id,
    behaviour,
    traits: { ...ordinary, ...traits },
    history: [{ at: madeAt, status }],
    executed: new Set(),
    declined: new Set(),
    firstKey: null,
    cancelledBy: stateFor(api, status) === 'cancelled' ? 'others' : null,
    isFinishing: false,
  };
}

/** What the target is, or was at an instant, as a read that lags shows it. */
export function statusOf({ history }: ProviderTarget, at = Number.POSITIVE_INFINITY): string | null {
  const seen = history.findLast((entry) => entry.at <= at) ?? history[0];
  return seen?.status ?? null;
}

/** The same in terms that all APIs share; null when the provider has none such, or a status that nobody knows. */
export function stateOf(target: ProviderTarget, at?: number): TargetState | null {
  return stateFor(target.api, statusOf(target, at));
}

export function isOpen(target: ProviderTarget): boolean {
  const state = stateOf(target);
  return state === 'pending' || state === 'authorized';
}

export function move(target: ProviderTarget, state: TargetState, at: number): void {
  target.history.push({ at, status: statusFor(target.api, state) });
}
