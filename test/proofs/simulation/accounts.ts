import { type Account, unknownAccount } from '../../../src/cancellation/target/account.ts';
import type { VirtualClock } from '../../doubles/virtual-clock.ts';
import type { AccountItem, Schedule } from './schedule.ts';

/** The account that has the targets of a schedule, and one that knows none of them. */
export type Merchant = 'own' | 'other';

/** Which account the credentials of each tenant open, and what the gateway knows of it. */
export class Accounts {
  readonly #changes: readonly AccountItem[];
  readonly #clock: VirtualClock;
  readonly #start: number;

  constructor({ items }: Schedule, clock: VirtualClock) {
    this.#changes = items.filter((item) => item.kind === 'account');
    this.#clock = clock;
    this.#start = clock.now();
  }

  credentialsOf(tenant: string): Merchant {
    return this.#change(tenant, this.#clock.now())?.how === 'other' ? 'other' : 'own';
  }

  knownOf(tenant: string): Account {
    const change = this.#change(tenant, this.#clock.now());
    return change?.how === 'unknown' ? unknownAccount : this.credentialsOf(tenant);
  }

  /** Whether nothing has changed about a tenant since an instant. */
  areSteady(tenant: string, since: number): boolean {
    return this.#change(tenant, since) === this.#change(tenant, this.#clock.now());
  }

  /** Whether a tenant's credentials ever open another account. */
  mayDiffer(tenant: string): boolean {
    return this.#changes.some((change) => change.tenant === tenant && change.how === 'other');
  }

  /** Whether nobody may have known what a tenant's credentials open when something was sent with them. */
  mayBeUnknown(tenant: string): boolean {
    return this.#changes.some((change) => change.tenant === tenant && change.how === 'unknown');
  }

  #change(tenant: string, instant: number): AccountItem | null {
    const ms = instant - this.#start;
    const isThen = ({ at, forMs }: AccountItem) => ms >= at && (forMs === null || ms < at + forMs);
    return this.#changes.find((change) => change.tenant === tenant && isThen(change)) ?? null;
  }
}
