import { defaultDeadlines } from '../../../src/cancellation/engine/engine.ts';
import type { CancelResult } from '../../../src/cancellation/gateway.ts';
import type { CancelCommand } from '../../../src/cancellation/provider.ts';
import type { ClaimDecision, ClaimRequest } from '../../../src/cancellation/record/claim.ts';
import { type CancellationRecord, isUnsettled } from '../../../src/cancellation/record/record.ts';
import type { Verdict } from '../../../src/cancellation/record/verdict.ts';
import { areCompatible, mayDiffer } from '../../../src/cancellation/target/account.ts';
import type { Caller } from '../../../src/cancellation/target/caller.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { isReadable } from '../../doubles/provider/behaviour.ts';
import type { VirtualClock } from '../../doubles/virtual-clock.ts';
import type { Accounts, Merchant } from './accounts.ts';
import type { Coverage } from './coverage.ts';
import { type Invariant, type Negative, negativeOf, type Violation } from './invariants.ts';
import { hinders, type Schedule } from './schedule.ts';
import { isShopperClass, Shoppers } from './shoppers.ts';
import { idOf, numberOf, type SimulatedProvider } from './simulated-provider.ts';
import { TimeLimits } from './time-limits.ts';
import { cancelsOf, type WatchedStore } from './watched-store.ts';

/** What a client was told: an answer to a cancel, or a cancellation that it read. */
export interface ClientAnswer {
  readonly tenant: string;
  readonly key: string;
  readonly target: number;
  readonly record: CancellationRecord | null;
  readonly verdict: Verdict;
}

/** Compares everything that clients are told with what the provider really did. */
export class Checker {
  readonly violations: Violation[] = [];
  readonly #shoppers: Shoppers;
  readonly #negatives: Negative[] = [];
  readonly #definite = new Map<string, string>();
  readonly #targetOfKey = new Map<string, number>();
  readonly #askedFor = new Map<string, Set<number>>();
  readonly #lag = new Map<number, number>();
  readonly #leftToPersons = new Set<string>();
  readonly #schedule: Schedule;
  readonly #clock: VirtualClock;
  readonly #store: WatchedStore;
  readonly #provider: SimulatedProvider;
  readonly #accounts: Accounts;
  readonly #coverage: Coverage;
  readonly #timeLimits: TimeLimits;

  constructor(
    schedule: Schedule,
    clock: VirtualClock,
    store: WatchedStore,
    provider: SimulatedProvider,
    accounts: Accounts,
    coverage: Coverage,
  ) {
    this.#schedule = schedule;
    this.#clock = clock;
    this.#store = store;
    this.#provider = provider;
    this.#accounts = accounts;
    this.#coverage = coverage;
    this.#timeLimits = new TimeLimits(schedule, clock, store);
    this.#shoppers = new Shoppers(schedule, clock, store, accounts);
  }

  /** The provider shows this target as it was a while ago. */
  showsStale(target: number, lagMs: number): void {
    this.#lag.set(target, Math.max(lagMs, this.#lag.get(target) ?? 0));
  }

  sending({ target, key, authorizationId }: CancelCommand, owner: string, merchant: Merchant): void {
    const late = this.#timeLimits.lateSend(target.id, key);
    this.#check('S', late === null, () => `a cancel of ${target.id} left ${late}`);
    const written = this.#store
      .all()
      .filter((record) => record.target.id === target.id && record.attempts.some((a) => a.upstreamKey === key));
    this.#check('W', written.length > 0, () => `a cancel of ${target.id} left before it was written down`);
    const isOfAccount = written.some(({ account }) => areCompatible(account, merchant)) || written.length === 0;
    this.#check(
      'C',
      isOfAccount,
      () => `a cancel of ${target.id} left with the credentials of the ${merchant} account`,
    );
    const isNewest = written.some((record) => this.#store.authorizations.mayCarry(record, owner, authorizationId));
    this.#check('A', isNewest || written.length === 0, () => `a cancel of ${target.id} left with ${authorizationId}`);
    for (const record of written) if (areCompatible(record.account, merchant)) this.#checkDoubt(record, key);
  }

  /** Of a record, unless a shopper wants to see whose it is, who has more time for it. */
  reading(target: Target, deadlineMs: number, merchant: Merchant): void {
    const isOfRecord = deadlineMs === defaultDeadlines.readBackMs;
    if (!isOfRecord && this.#shoppers.mayWantToSee(target)) return;
    const isOfAccount = this.#store
      .all()
      .some((record) => record.target.id === target.id && areCompatible(record.account, merchant));
    this.#check('C', isOfAccount, () => `${target.id} was read with the credentials of the ${merchant} account`);
  }

  /** A request that was made at an instant is answered from a record now. */
  answeredFrom(tenant: string, record: CancellationRecord | null, since: number): void {
    if (record === null || !this.#accounts.areSteady(tenant, since)) return;
    const known = this.#accounts.knownOf(tenant);
    const isOfAccount = areCompatible(record.account, known);
    this.#check('C', isOfAccount, () => `${known} was answered from ${record.id}, of the ${record.account} account`);
  }

  /** A read by one process has shown a target. */
  shows(owner: string, target: Target, merchant: Merchant): void {
    this.#shoppers.show(owner, target, merchant);
  }

  claimed(request: ClaimRequest, decision: ClaimDecision): void {
    if (isShopperClass(request.principalClass)) this.#checkFault('O', this.#shoppers.claimed(request, decision));
  }

  /** A shopper is answered, or reads of a cancellation. */
  toldShopper(caller: Caller, record: CancellationRecord): void {
    this.#checkFault('O', this.#shoppers.told(caller, record));
  }

  /** A shopper's request, made at an instant, is answered without a record. */
  deniedShopper(caller: Caller, target: number, result: CancelResult, since: number): void {
    this.#coverage.count(`shoppers denied with ${result.verdict.failure?.code}`);
    this.#checkFault('N', this.#shoppers.denied(caller, idOf(target), result, since));
  }

  asksForPerson({ id }: CancellationRecord): void {
    const record = this.#store.all().find((kept) => kept.id === id);
    const { nextAction } = record?.verdict ?? {};
    const isDue = record?.state === 'DONE' && nextAction === 'CANCEL_MANUALLY' && !this.#leftToPersons.has(id);
    this.#leftToPersons.add(id);
    this.#check('M', isDue, () => `a person was asked to cancel by hand for ${id}, which says ${nextAction}`);
  }

  /** A record is leased anew that waited for its turn under the lease of a process that lives, or has died. */
  takenOver(record: CancellationRecord, holderLives: boolean): void {
    this.#coverage.count(`waiting cancels taken over${holderLives ? '' : ' after a crash'}`);
    const isAllowed = !holderLives || hinders(this.#schedule);
    this.#check('L', isAllowed, () => `${record.id} was taken from ${record.owner}`);
  }

  /** A client asks: the store may know of it though no answer ever comes back. */
  asks(caller: Caller, key: string, target: number, expiresInMs: number | null): void {
    const { tenant } = caller;
    this.#shoppers.asks(caller, idOf(target));
    this.#timeLimits.asks(target, expiresInMs);
    const name = `${tenant} ${key}`;
    this.#askedFor.set(name, (this.#askedFor.get(name) ?? new Set()).add(target));
  }

  answeredAfter(ms: number): void {
    this.#check('T', ms <= 9_000, () => `an answer took ${ms} ms`);
  }

  broken(what: string): void {
    this.#check('T', false, () => what);
  }

  answered(answer: ClientAnswer): void {
    const { tenant, key, target, record, verdict } = answer;
    const name = `${tenant} ${key}`;
    this.#coverage.count(`told ${verdict.outcome} ${verdict.nextAction}`);
    if (record !== null) {
      const first = this.#targetOfKey.get(name) ?? target;
      this.#targetOfKey.set(name, first);
      const isOurs = first === target && record.target.id === idOf(target) && record.tenant === tenant;
      this.#check('I5', isOurs, () => `key ${name} was accepted for t${target} and for t${first}, ${record.target.id}`);
    } else if (verdict.failure?.code === 'IDEMPOTENCY_KEY_ALREADY_USED') {
      const first = this.#targetOfKey.get(name);
      const others = [...(this.#askedFor.get(name) ?? [])].filter((asked) => asked !== target);
      // The same key and target at another account are another request.
      const isOurs = (first !== target && others.length > 0) || this.#accounts.mayDiffer(tenant);
      this.#check('I5', isOurs, () => `key ${name} was refused for the only target it was used for`);
    }
    if (verdict.failure?.code === 'INTERNAL_ERROR' && this.#provider.target(target).cancelledBy === 'us') {
      this.#coverage.count('INTERNAL_ERROR told of a target that we had cancelled');
    }
    const isForSpelling = verdict.failure?.code === 'INVALID_STATUS_FOR_UPDATE';
    this.#check('I7', !isForSpelling, () => `t${target} was told that its spelling was refused`);
    if (verdict.outcome === 'CANCELLED') this.#checkCancelled(answer);
    if (verdict.outcome === 'NOT_CANCELLED' && record !== null) this.#checkNegative(answer, record);
    this.#checkSameAnswer(answer);
  }

  /** Three hours after everything has healed. */
  healed(): void {
    const now = this.#clock.now();
    for (const record of this.#store.all()) {
      const mayBeSent = record.sendsUntil > now && !this.#isBurnt(record) && !this.#isForeign(record);
      const isOverdue = isUnsettled(record) && mayBeSent;
      this.#check('I4', !isOverdue, () => `${record.id} is ${record.state}, and may still be sent`);
    }
  }

  /** After everything has come to rest. */
  conclude(): void {
    for (const negative of this.#negatives) this.#checkEffects(negative);
    for (const [target] of this.#schedule.targets.entries()) {
      const effects = this.#provider.effects.filter(({ targetId }) => targetId === idOf(target));
      this.#check('I2', effects.length <= 1, () => `t${target} was cancelled ${effects.length} times`);
    }
    for (const [key, targets] of this.#provider.keyUses) {
      this.#check('I5', targets.size === 1, () => `upstream key ${key} was sent for ${[...targets].join(', ')}`);
    }
    for (const record of this.#store.all()) this.#checkFinal(record);
  }

  #checkDoubt(record: CancellationRecord, key: string): void {
    const { inDoubt, cancelsBefore } = this.#store.beginningOf(record);
    const isFirst = cancelsOf(record) === cancelsBefore + 1 && record.attempts.at(-1)?.upstreamKey === key;
    if (record.state !== 'SENT' || !isFirst || inDoubt) return;
    this.#check('D', !record.ambiguous, () => `the first cancel of ${record.target.id} counts as a repeat`);
  }

  #checkCancelled({ target, key, record }: ClientAnswer): void {
    const state = record?.account === 'other' ? null : this.#provider.state(target);
    this.#check('I1', state === 'cancelled', () => `${key} was told CANCELLED, and t${target} is ${state}`);
  }

  #checkNegative({ target, verdict }: ClientAnswer, record: CancellationRecord): void {
    // There, nothing of ours was ever carried out.
    if (record.account === 'other') return;
    const { settledAt, startedAt } = this.#store.instantsOf(record);
    const negative = negativeOf(target, verdict, record, isUnsettled(record) ? this.#clock.now() : settledAt);
    const lag = this.#lag.get(target) ?? 0;
    // Refused by its state, and shown in a state that allows it: the provider contradicts itself, and its reads lag. The
    // error table has this told as NOT_CANCELLED, CONTACT_SUPPORT; nothing more is claimed of it here.
    if (negative.claim === 'open' && lag > 0) {
      this.#coverage.count('contradictions told while reads lag');
      return;
    }
    this.#negatives.push(negative);
    if (!isReadable(this.#schedule.behaviour) || negative.claim === 'nothing') return;
    const at = negative.claim === 'final' ? this.#clock.now() : startedAt;
    const state = this.#provider.state(target, at);
    this.#check('I1c', state !== 'cancelled', () => `t${target} was refused as ${negative.claim}, and is cancelled`);
  }

  #checkEffects({ target, settledAt, code }: Negative): void {
    for (const effect of this.#provider.effects) {
      if (effect.targetId !== idOf(target) || effect.sentAt >= settledAt) continue;
      const invariant = effect.at <= settledAt ? 'I1b' : 'I6';
      this.#check(invariant, false, () => `t${target} was told NOT_CANCELLED (${code}); our cancel did it`);
    }
    this.#coverage.count('checked I1b');
    this.#coverage.count('checked I6');
  }

  #checkSameAnswer({ tenant, key, target, record, verdict }: ClientAnswer): void {
    const isNo = verdict.outcome === 'NOT_CANCELLED' && verdict.nextAction !== 'RETRY_SAME_KEY' && record !== null;
    if (verdict.outcome !== 'CANCELLED' && !isNo) return;
    const name = `${tenant} ${key} ${target}`;
    const before = this.#definite.get(name) ?? verdict.outcome;
    this.#definite.set(name, before);
    this.#check('I3', before === verdict.outcome, () => `${name} was told ${before}, then ${verdict.outcome}`);
  }

  #checkFinal(record: CancellationRecord): void {
    const { behaviour } = this.#schedule;
    this.#check('I4', !isUnsettled(record), () => `${record.id} is ${record.state} for ever`);
    if (record.state !== 'DONE') return;
    const target = numberOf(record.target.id);
    const byUs = this.#provider.target(target).cancelledBy === 'us';
    // A sloppy provider never says again what it did; a conforming one that declines may be a sloppy one.
    const isDeclined = behaviour === 'sloppy' || (behaviour === 'conforming' && !byUs);
    const mayStayUnknown = isDeclined || (behaviour === 'conforming' && this.#timeLimits.isOver(record));
    const isKnown = record.verdict.outcome === 'CANCELLED' || record.verdict.outcome === 'NOT_CANCELLED';
    this.#coverage.count(`ended with ${record.verdict.failure?.code ?? 'no error'}`);
    this.#check(
      'I4b',
      isKnown || mayStayUnknown || this.#isForeign(record),
      () => `${record.id} ended as ${record.verdict.outcome}`,
    );
  }

  /**
   * Of an account that its tenant's credentials do not open: nobody can ask for it. Or perhaps: it was sent while nobody knew
   * whose it is, and the account that is known since does not say that it has the target.
   */
  #isForeign({ tenant, account }: CancellationRecord): boolean {
    const known = this.#accounts.knownOf(tenant);
    return !areCompatible(account, known) || (this.#accounts.mayBeUnknown(tenant) && mayDiffer(account, known));
  }

  /** A provider that burns three keys of a target gets no fourth. */
  #isBurnt({ attempts }: CancellationRecord): boolean {
    const keys = new Set(attempts.flatMap(({ upstreamKey }) => upstreamKey ?? []));
    return this.#schedule.behaviour === 'orders' && keys.size >= 3;
  }

  #checkFault(invariant: Invariant, fault: string | null): void {
    this.#check(invariant, fault === null, () => fault ?? '');
  }

  #check(invariant: Invariant, holds: boolean, detail: () => string): void {
    this.#coverage.count(`checked ${invariant}`);
    if (holds) return;
    this.violations.push({ invariant, atMs: this.#clock.now(), detail: detail() });
  }
}
