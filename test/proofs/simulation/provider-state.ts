import type { Behaviour, Schedule, TargetPlan, TargetState } from './schedule.ts';

/** What the provider's own machinery says to a cancel that reaches it. */
export type ProviderReply =
  | 'cancelled'
  | 'accepted'
  | 'not-cancellable'
  | 'already'
  | 'too-soon'
  | 'key-used'
  | 'manual'
  | 'declined';

/** A cancel of ours that was carried out. */
export interface Effect {
  readonly target: number;
  readonly at: number;
  /** When the request that caused it left us. */
  readonly sentAt: number;
  readonly key: string;
}

interface Account {
  readonly plan: TargetPlan;
  /** Every state since the beginning, oldest first. */
  readonly history: { readonly at: number; readonly state: TargetState }[];
  cancelledBy: 'us' | 'others' | null;
  finishing: boolean;
  readonly declinedKeys: Set<string>;
}

const keyMemoryMs = 24 * 3_600_000;

/** The provider behind the network: targets, the keys it remembers, and a ledger of everything it did on our behalf. */
export class ProviderState {
  readonly effects: Effect[] = [];
  readonly keyUses = new Map<string, Set<number>>();
  readonly #behaviour: Behaviour;
  readonly #accounts: Account[];
  readonly #answers = new Map<string, { readonly reply: ProviderReply; readonly at: number }>();
  readonly #firstKeys = new Map<number, string>();
  readonly #start: number;

  constructor({ behaviour, targets }: Schedule, start: number) {
    this.#behaviour = behaviour;
    this.#start = start;
    this.#accounts = targets.map((plan) => ({
      plan,
      history: [{ at: start, state: plan.state }],
      cancelledBy: plan.state === 'cancelled' ? 'others' : null,
      finishing: false,
      declinedKeys: new Set(),
    }));
  }

  account(target: number): Account {
    const account = this.#accounts[target];
    if (account === undefined) throw new Error(`The schedule has no target ${target}.`);
    return account;
  }

  stateAt(target: number, at: number): TargetState {
    const { history, plan } = this.account(target);
    return history.findLast((entry) => entry.at <= at)?.state ?? plan.state;
  }

  state(target: number): TargetState {
    return this.account(target).history.at(-1)?.state ?? 'pending';
  }

  /** A person or another system acts on the target; what its state does not allow does not happen. */
  foreign(target: number, act: TargetState, now: number): boolean {
    if (!allowed[this.state(target)].includes(act)) return false;
    this.#move(target, act, now);
    if (act === 'cancelled') this.account(target).cancelledBy = 'others';
    return true;
  }

  /** A cancel arrives. `later` is called with the time after which an accepted cancel is carried out. */
  cancel(
    target: number,
    key: string,
    sentAt: number,
    now: number,
    later: (ms: number, work: () => void) => void,
  ): ProviderReply {
    const uses = this.keyUses.get(key) ?? new Set();
    this.keyUses.set(key, uses.add(target));
    const known = this.#answers.get(key);
    const isKeyRemembered = this.#behaviour === 'conforming' || (known !== undefined && now - known.at < keyMemoryMs);
    if (known !== undefined && isKeyRemembered) return known.reply;
    const reply = this.#execute(target, { target, at: now, sentAt, key }, later);
    const honoursKeys = this.#behaviour !== 'ignores' && this.#behaviour !== 'sloppy';
    if (honoursKeys && reply !== 'too-soon' && reply !== 'key-used') this.#answers.set(key, { reply, at: now });
    return reply;
  }

  #execute(target: number, effect: Effect, later: (ms: number, work: () => void) => void): ProviderReply {
    const account = this.account(target);
    const { plan } = account;
    const isOpen = this.state(target) === 'pending' || this.state(target) === 'authorized';
    if (plan.manual) return 'manual';
    if (this.#behaviour === 'conforming') {
      if (account.declinedKeys.size < plan.declines) account.declinedKeys.add(effect.key);
      if (account.declinedKeys.has(effect.key)) return 'declined';
      // The protocol promises one effect per requestId, and nothing about a second one.
      if (isOpen || account.cancelledBy === 'us') return this.#carryOut(effect);
      return 'declined';
    }
    if (this.#behaviour === 'sloppy') return isOpen ? this.#carryOut(effect) : 'declined';
    if (this.#behaviour !== 'orders') return isOpen ? this.#carryOut(effect) : 'not-cancellable';
    return this.#executeOrder(account, effect, isOpen, later);
  }

  #executeOrder(
    account: Account,
    effect: Effect,
    isOpen: boolean,
    later: (ms: number, work: () => void) => void,
  ): ProviderReply {
    const { plan } = account;
    this.#firstKeys.set(effect.target, this.#firstKeys.get(effect.target) ?? effect.key);
    if (plan.burnt && this.#firstKeys.get(effect.target) === effect.key) return 'key-used';
    if (this.state(effect.target) === 'cancelled') return 'already';
    if (!isOpen) return 'not-cancellable';
    if (effect.at - this.#start < plan.tooSoonMs) return 'too-soon';
    if (plan.asyncMs === null) return this.#carryOut(effect);
    const { asyncMs } = plan;
    if (!account.finishing) later(asyncMs, () => this.#finish({ ...effect, at: effect.at + asyncMs }));
    account.finishing = true;
    return 'accepted';
  }

  /** Carries an accepted cancel out, unless somebody was faster. */
  #finish(effect: Effect): void {
    const state = this.state(effect.target);
    if (state === 'pending' || state === 'authorized') this.#carryOut(effect);
  }

  #carryOut(effect: Effect): ProviderReply {
    this.effects.push(effect);
    this.account(effect.target).cancelledBy = 'us';
    if (this.state(effect.target) !== 'cancelled') this.#move(effect.target, 'cancelled', effect.at);
    return 'cancelled';
  }

  #move(target: number, state: TargetState, at: number): void {
    this.account(target).history.push({ at, state });
  }
}

/** What may happen to a target in a state; a cancelled one stays cancelled. */
const allowed: Record<TargetState, readonly TargetState[]> = {
  pending: ['authorized', 'captured', 'cancelled', 'rejected'],
  authorized: ['captured', 'cancelled'],
  captured: ['refunded', 'disputed'],
  cancelled: [],
  refunded: [],
  rejected: [],
  disputed: [],
};
