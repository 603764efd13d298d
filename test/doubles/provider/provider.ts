import { type Clock, systemClock } from '../../../src/cancellation/clock.ts';
import { keyMemoryMs } from './behaviour.ts';
import { mayBecome, type TargetState } from './status.ts';
import { isOpen, move, type ProviderTarget, stateOf } from './target.ts';

/** What the provider's own machinery says to a cancel that reaches it. */
export type Reply =
  | 'cancelled'
  | 'accepted'
  | 'not-cancellable'
  | 'already'
  | 'too-soon'
  | 'key-used'
  | 'misspelled'
  | 'manual'
  | 'declined'
  | 'missing';

/** A cancel of ours that was carried out. */
export interface Effect {
  readonly targetId: string;
  readonly at: number;
  /** When the request that caused it left us. */
  readonly sentAt: number;
  readonly key: string;
}

interface Request {
  readonly key: string;
  readonly sentAt: number;
  readonly spelling: 'usual' | 'other';
}

/** A provider without its wire: the keys it remembers, and a ledger of everything that it did on our behalf. */
export class Provider {
  readonly effects: Effect[] = [];
  /** The targets that each key was sent for, once in each spelling. */
  readonly keyUses = new Map<string, Set<string>>();
  readonly #clock: Clock;
  readonly #answers = new Map<string, { readonly reply: Reply; readonly at: number }>();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
  }

  /** A cancel arrives. */
  cancel(target: ProviderTarget, key: string, sent: Partial<Omit<Request, 'key'>> = {}): Reply {
    const { sentAt = this.#clock.now(), spelling = 'usual' } = sent;
    const uses = this.keyUses.get(key) ?? new Set();
    this.keyUses.set(key, uses.add(spelling === 'usual' ? target.id : `${target.id} in the other spelling`));
    const replayed = this.#replayed(target, key);
    if (replayed !== null) return replayed;
    const reply = this.#replyTo(target, { key, sentAt, spelling });
    const honoursKeys = target.behaviour !== 'ignores' && target.behaviour !== 'sloppy';
    const says = reply !== 'too-soon' && reply !== 'key-used' && reply !== 'missing';
    if (honoursKeys && says) this.#answers.set(key, { reply, at: this.#clock.now() });
    return reply;
  }

  /** A person or another system acts on the target; what its state does not allow does not happen. */
  act(target: ProviderTarget, act: TargetState): boolean {
    const state = stateOf(target);
    if (state === null || !mayBecome[state].includes(act)) return false;
    move(target, act, this.#clock.now());
    if (act === 'cancelled') target.cancelledBy = 'others';
    return true;
  }

  #replayed({ behaviour }: ProviderTarget, key: string): Reply | null {
    const known = this.#answers.get(key);
    if (known === undefined) return null;
    const isRemembered = behaviour === 'conforming' || this.#clock.now() - known.at < keyMemoryMs;
    return isRemembered ? known.reply : null;
  }

  #replyTo(target: ProviderTarget, request: Request): Reply {
    if (stateOf(target) === null) return 'missing';
    if (target.traits.manual) return 'manual';
    const { takes } = target.traits;
    if (takes !== 'any' && takes !== request.spelling) return 'misspelled';
    switch (target.behaviour) {
      case 'replays':
      case 'ignores':
        return isOpen(target) ? this.#carryOut(target, request) : 'not-cancellable';
      case 'orders':
        return this.#replyAboutOrder(target, request);
      case 'conforming':
        return this.#replyOnceEach(target, request);
      case 'sloppy':
        return isOpen(target) ? this.#carryOut(target, request) : 'declined';
    }
  }

  /** The protocol promises one effect per requestId, and nothing about a second one. */
  #replyOnceEach(target: ProviderTarget, request: Request): Reply {
    const { declined, traits, cancelledBy } = target;
    if (declined.size < traits.declines) declined.add(request.key);
    if (declined.has(request.key)) return 'declined';
    return isOpen(target) || cancelledBy === 'us' ? this.#carryOut(target, request) : 'declined';
  }

  #replyAboutOrder(target: ProviderTarget, request: Request): Reply {
    const { asyncMs, burnt, tooSoonMs } = target.traits;
    const [{ at: madeAt } = { at: 0 }] = target.history;
    target.firstKey ??= request.key;
    if (burnt && target.firstKey === request.key) return 'key-used';
    if (stateOf(target) === 'cancelled') return 'already';
    if (!isOpen(target)) return 'not-cancellable';
    if (this.#clock.now() - madeAt < tooSoonMs) return 'too-soon';
    if (asyncMs === null) return this.#carryOut(target, request);
    if (!target.isFinishing) this.#clock.after(asyncMs, () => this.#finish(target, request));
    target.isFinishing = true;
    return 'accepted';
  }

  /** Carries an accepted cancel out, unless somebody was faster. */
  #finish(target: ProviderTarget, request: Request): void {
    if (isOpen(target)) this.#carryOut(target, request);
  }

  #carryOut(target: ProviderTarget, { key, sentAt }: Request): Reply {
    const at = this.#clock.now();
    this.effects.push({ targetId: target.id, at, sentAt, key });
    target.executed.add(key);
    target.cancelledBy = 'us';
    if (stateOf(target) !== 'cancelled') move(target, 'cancelled', at);
    return 'cancelled';
  }
}
