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

/**
 * How a provider treats cancels.
 * replays: readable, answers a known key as before for 24 h (Mercado Pago payments) · ignores: readable, ignores keys; the
 * state of the target alone protects it · orders: readable, replays keys, says that an order is cancelled already, may
 * accept a cancel and finish it later · conforming: unreadable, answers a known requestId as before, and executes again
 * under a new one · sloppy: unreadable, ignores requestIds, and declines whatever is not open.
 */
export const behaviours = ['replays', 'ignores', 'orders', 'conforming', 'sloppy'] as const;
export type Behaviour = (typeof behaviours)[number];

export function isReadable(behaviour: Behaviour): boolean {
  return behaviour !== 'conforming' && behaviour !== 'sloppy';
}

export type TargetState = 'pending' | 'authorized' | 'captured' | 'cancelled' | 'refunded' | 'rejected' | 'disputed';

export interface TargetPlan {
  readonly tenant: string;
  readonly state: TargetState;
  /** Cancels that come earlier than this are refused as too soon. Orders only. */
  readonly tooSoonMs: number;
  /** The provider cannot cancel it through its API at all. Unreadable providers only. */
  readonly manual: boolean;
  /** The provider declines this many requests, each with a key of its own, before it cancels. Conforming only. */
  readonly declines: number;
  /** The provider says that the first key of this target was used before. Orders only. */
  readonly burnt: boolean;
  /** Cancels are accepted, and carried out after so many milliseconds; null when at once. Orders only. */
  readonly asyncMs: number | null;
}

/** Instants are milliseconds after the beginning. */
export type Item =
  | ClientItem
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
  /** obey: does what `nextAction` says · hammer: repeats the key whatever it is answered · leave: never asks again. */
  readonly manner: 'obey' | 'hammer' | 'leave';
}

export type OutageKind = 'refused' | 'blackhole' | 'errors';

/** What may befall one cancel on its way. `effect` tells whether the request reaches the provider all the same. */
export type CancelFault =
  | { readonly how: 'slow'; readonly upMs: number; readonly downMs: number }
  | { readonly how: 'lost'; readonly effect: boolean }
  /** The connection breaks at once; the request may land up to a minute later. */
  | { readonly how: 'reset'; readonly landsMs: number | null }
  /** A second copy arrives later; `answered` is the copy whose answer comes back. */
  | { readonly how: 'duplicate'; readonly laterMs: number; readonly answered: 'first' | 'second' }
  | { readonly how: 'not-sent'; readonly transient: boolean }
  | { readonly how: 'limited'; readonly retryAfterMs: number | null }
  | { readonly how: 'error'; readonly effect: boolean; readonly landsMs: number; readonly readable: boolean }
  | { readonly how: 'junk'; readonly effect: boolean }
  | { readonly how: 'strange'; readonly status: 400 | 404 | 408 | 409 | 424; readonly effect: boolean }
  | { readonly how: 'locked'; readonly effect: boolean }
  | { readonly how: 'key-used'; readonly effect: boolean }
  | { readonly how: 'denied' }
  | { readonly how: 'not-found' }
  /** 2xx with the target's state before the cancel. */
  | { readonly how: 'unmoved'; readonly effect: boolean };

export type ReadFault =
  | { readonly how: 'lost' }
  | { readonly how: 'slow'; readonly downMs: number }
  | { readonly how: 'not-sent' }
  | { readonly how: 'limited' }
  | { readonly how: 'error' }
  | { readonly how: 'junk' }
  | { readonly how: 'not-found' }
  /** Shows the target as it was so many milliseconds ago. */
  | { readonly how: 'stale'; readonly lagMs: number };
