import type { Behaviour, Traits } from '../../doubles/provider/behaviour.ts';
import type { Executing, WrongAnswer } from '../../doubles/provider/faults.ts';
import type { TargetState } from '../../doubles/provider/status.ts';

/** Everything that happens in one simulated world, as data: it can be printed, shrunk by leaving items out, and replayed. */
export interface Schedule {
  readonly seed: number;
  readonly behaviour: Behaviour;
  readonly targets: readonly TargetPlan[];
  /** How long the store takes to commit, and again to answer. */
  readonly storeMs: number;
  /** How far the clock of the second replica is ahead of the world's, or behind it. */
  readonly skewMs: number;
  readonly items: readonly Item[];
}

export interface TargetPlan extends Traits {
  readonly tenant: string;
  readonly state: TargetState;
  /** Whether there is such a target at all. Readable providers only, as the next two. */
  readonly exists: boolean;
  /** For how long from the beginning reads do not find it. */
  readonly hiddenMs: number;
  /** For how long nothing finds it once a record has seen it. */
  readonly vanishesMs: number;
}

/** Whether something may keep a process that lives from what it is about to do. */
export function hinders({ items }: Schedule): boolean {
  return items.some(({ kind }) => kind === 'pause' || kind === 'store-outage' || kind === 'store-fault');
}

/** Instants are milliseconds after the beginning; uses and calls are counted from 1. */
export type Item =
  | ClientItem
  | DocumentItem
  | AccountItem
  | { readonly kind: 'foreign'; readonly at: number; readonly target: number; readonly act: TargetState }
  | { readonly kind: 'crash'; readonly at: number; readonly replica: number; readonly downMs: number }
  /** The replica dies before or after its n-th use of the store or call to the provider. */
  | ({ readonly kind: 'crash-at'; readonly replica: number; readonly downMs: number } & CrashPoint)
  /** The replica stands still, as in a long garbage collection; the world does not. */
  | { readonly kind: 'pause'; readonly at: number; readonly replica: number; readonly forMs: number }
  | { readonly kind: 'outage'; readonly at: number; readonly forMs: number; readonly how: OutageKind }
  | { readonly kind: 'store-outage'; readonly at: number; readonly forMs: number }
  | { readonly kind: 'store-fault'; readonly n: number; readonly how: 'before' | 'after' }
  | { readonly kind: 'cancel-fault'; readonly n: number; readonly fault: CancelFault }
  | { readonly kind: 'read-fault'; readonly n: number; readonly fault: ReadFault };

export interface CrashPoint {
  readonly point: 'store' | 'call';
  readonly n: number;
  readonly when: 'before' | 'after';
}

export interface ClientItem {
  readonly kind: 'client';
  readonly at: number;
  readonly target: number;
  readonly key: string;
  readonly replica: number;
  readonly tries: number;
  /** After how long it wants nothing to be sent any more; null when it does not say. */
  readonly expiresInMs: number | null;
  /** obey: does what `nextAction` says · hammer: repeats the key whatever it is answered · leave: never asks again. */
  readonly manner: 'obey' | 'hammer' | 'leave';
  /** The same for all that ask under one key, or it would be another request. */
  readonly authorizationId: string | null;
  /** Shoppers are named by it, and have a token; who acts for the merchant has none that limits them. */
  readonly principalClass: 'service' | 'back-office' | 'shopper:ana' | 'shopper:bia';
  readonly token: Token | null;
}

/** What a shopper's token says: the target's id, the reference that it bears, or one that nothing bears. */
export type Token = 'lists' | 'names' | 'astray';

/** Whose targets all belong to one tenant. */
export interface DocumentItem extends Omit<ClientItem, 'kind' | 'target' | 'key'> {
  readonly kind: 'document';
  readonly targets: readonly number[];
  /** What is asked for by itself, after the list. */
  readonly last: number;
}

/**
 * For a while, or for ever where `forMs` is null, the credentials of a tenant open another account, where there are none of
 * its targets; or nobody can say what they open. Readable providers only: no other tells its account.
 */
export interface AccountItem {
  readonly kind: 'account';
  readonly at: number;
  readonly forMs: number | null;
  readonly tenant: string;
  readonly how: 'other' | 'unknown';
}

/** In the last, reads are answered as ever. */
export type OutageKind = 'refused' | 'blackhole' | 'errors' | 'cancels-fail';

/** What may befall one cancel on its way. */
export type CancelFault =
  | { readonly how: 'late'; readonly upMs: number; readonly downMs: number }
  | (Executing & { readonly how: 'lost' })
  /** The connection breaks at once; the request may land up to a minute later. */
  | { readonly how: 'reset'; readonly landsMs: number | null }
  /** A second copy arrives later; `answered` is the copy whose answer comes back. */
  | { readonly how: 'duplicate'; readonly laterMs: number; readonly answered: 'first' | 'second' }
  | { readonly how: 'not-sent'; readonly transient: boolean }
  | (Executing & { readonly how: 'junk'; readonly landsMs: number })
  /** A 501 of whoever stands in front of the provider. Unreadable providers only. */
  | { readonly how: 'not-implemented' }
  /** 2xx with the target's state before the cancel. */
  | (Executing & { readonly how: 'unmoved' })
  /** A wrong answer comes back; the request may land later. */
  | (Executing & { readonly how: 'wrong'; readonly answer: WrongAnswer; readonly landsMs: number });

export type ReadFault =
  | { readonly how: 'lost' }
  | { readonly how: 'late'; readonly downMs: number }
  | { readonly how: 'not-sent' }
  | { readonly how: 'junk' }
  /** Shows the target as it was so many milliseconds ago. */
  | { readonly how: 'stale'; readonly lagMs: number }
  /** Shows captured what the provider has called cancelled already: see `contradictions.ts`. Orders only. */
  | { readonly how: 'contradicting' }
  | { readonly how: 'wrong'; readonly answer: WrongAnswer };
