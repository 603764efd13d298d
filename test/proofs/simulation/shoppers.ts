import type { CancelResult } from '../../../src/cancellation/gateway.ts';
import type { ClaimDecision, ClaimRequest } from '../../../src/cancellation/record/claim.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import { type Account, areCompatible } from '../../../src/cancellation/target/account.ts';
import type { Caller, Owned } from '../../../src/cancellation/target/caller.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import type { VirtualClock } from '../../doubles/virtual-clock.ts';
import type { Accounts } from './accounts.ts';
import { hinders, type Schedule, type Token } from './schedule.ts';
import { idOf } from './simulated-provider.ts';
import type { WatchedStore } from './watched-store.ts';

/** A key of a shopper's, and which record it was written down with. */
interface Asked {
  readonly tenant: string;
  readonly principalClass: string;
  readonly recordId: string;
  readonly at: number;
}

/** What one process has read of a target, and of which account that was. */
interface Shown {
  readonly owner: string;
  readonly account: Account;
  readonly at: number;
}

/** What is wrong; null when nothing is. */
type Fault = string | null;

/** What a shopper's token says is theirs, about one target. */
export function ownedBy(token: Token, target: number): Owned {
  const listed = new Set(token === 'lists' ? [idOf(target)] : []);
  const externalReferences = token === 'lists' ? [] : [token === 'names' ? referenceOf(idOf(target)) : 'elsewhere'];
  return { payments: listed, orders: listed, externalReferences: new Set(externalReferences) };
}

/** The reference that a target bears. */
export function referenceOf(targetId: string): string {
  return `cart-of-${targetId}`;
}

/**
 * What was shown to be whose, by the tokens, by what the provider answered and by what was written down before: shoppers may
 * be told that, and nothing else, and have sent what a token and the provider show.
 */
export class Shoppers {
  readonly #asked: Asked[] = [];
  readonly #firstAsked = new Map<string, number>();
  readonly #unlisted = new Set<string>();
  readonly #shown = new Map<string, Shown[]>();
  readonly #schedule: Schedule;
  readonly #clock: VirtualClock;
  readonly #store: WatchedStore;
  readonly #accounts: Accounts;

  constructor(schedule: Schedule, clock: VirtualClock, store: WatchedStore, accounts: Accounts) {
    this.#schedule = schedule;
    this.#clock = clock;
    this.#store = store;
    this.#accounts = accounts;
  }

  /** Somebody asks for a target. */
  asks({ tenant, principalClass, owns }: Caller, targetId: string): void {
    if (owns !== null && owns.externalReferences.size > 0) this.#unlisted.add(targetId);
    const name = `${tenant} ${principalClass} ${targetId}`;
    if (!this.#firstAsked.has(name)) this.#firstAsked.set(name, this.#clock.now());
  }

  /** Whether anybody has asked for a target whose token does not list it. */
  mayWantToSee({ id }: Target): boolean {
    return this.#unlisted.has(id);
  }

  /** A read by one process has shown a target, reference included. */
  show(owner: string, { id }: Target, account: Account): void {
    const shown = this.#shown.get(id) ?? [];
    this.#shown.set(id, [...shown, { owner, account, at: this.#clock.now() }]);
  }

  /** What a shopper asks for is about to be written down. */
  claimed(request: ClaimRequest, { kind, record }: ClaimDecision): Fault {
    const { tenant, principalClass, target } = request;
    const isTheirs = this.#isShown(request) || (kind !== 'start' && this.#hasAskedFor(request));
    const fault = isTheirs ? null : `${target.id} was claimed for ${principalClass} and is not theirs`;
    if (kind !== 'mismatch') {
      this.#asked.push({ tenant, principalClass, recordId: record.id, at: this.#clock.now() });
    }
    return fault;
  }

  /** A shopper reads of a cancellation. */
  told({ tenant, principalClass }: Caller, { id }: CancellationRecord): Fault {
    const own = this.#asked.some((asked) => asked.recordId === id && isOf(asked, tenant, principalClass));
    return own ? null : `${principalClass} was told of ${id} and has not asked for it`;
  }

  /** A request of a shopper's, made at an instant, is answered now without a record. */
  denied(caller: Caller, targetId: string, { verdict }: CancelResult, since: number): Fault {
    if (verdict.outcome !== 'NOT_CANCELLED') return null;
    // The one says that the store failed, the other that the key is not free: neither speaks of the target.
    const { code } = verdict.failure ?? {};
    if (code === 'INTERNAL_ERROR' || code === 'IDEMPOTENCY_KEY_ALREADY_USED') return null;
    if (!this.#accounts.areSteady(caller.tenant, since)) return null;
    const until = hinders(this.#schedule) ? since : Math.max(since, this.#clock.now() - this.#schedule.storeMs);
    const account = this.#accounts.knownOf(caller.tenant);
    const own = this.#ownRecords(caller, targetId, account, until);
    const [cancelled] = own.filter((record) => record.verdict.outcome !== 'NOT_CANCELLED');
    if (cancelled === undefined) return null;
    return `${caller.principalClass} was told ${code} of ${targetId}, and ${cancelled.id} is ${cancelled.state}`;
  }

  /** Who has shown it once may join and be told; what begins is to be shown by the token that asks for it. */
  #hasAskedFor({ tenant, principalClass, target, account }: ClaimRequest): boolean {
    return this.#ownRecords({ tenant, principalClass }, target.id, account, this.#clock.now() + 1).length > 0;
  }

  #isShown({ tenant, principalClass, requestedBy, target, account, holder }: ClaimRequest): boolean {
    if (requestedBy === 'lists') return true;
    const since = this.#firstAsked.get(`${tenant} ${principalClass} ${target.id}`) ?? this.#clock.now();
    const shown = (this.#shown.get(target.id) ?? []).some(
      (read) => read.owner === holder.owner && read.at >= since && areCompatible(read.account, account),
    );
    return requestedBy === 'names' && shown;
  }

  #ownRecords(
    { tenant, principalClass }: Pick<Caller, 'tenant' | 'principalClass'>,
    targetId: string,
    account: Account,
    until: number,
  ): CancellationRecord[] {
    const asked = this.#asked.filter((one) => one.at < until && isOf(one, tenant, principalClass));
    return asked.flatMap(({ recordId }) => {
      const record = this.#store.record(recordId);
      return record?.target.id === targetId && areCompatible(record.account, account) ? record : [];
    });
  }
}

/** The classes of shoppers, by their names. */
export function isShopperClass(principalClass: string): boolean {
  return principalClass.startsWith('shopper:');
}

function isOf(asked: Asked, tenant: string, principalClass: string): boolean {
  return asked.tenant === tenant && asked.principalClass === principalClass;
}
