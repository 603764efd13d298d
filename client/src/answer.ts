import type { OrderToCancel, PaymentToCancel } from './options.ts';
import type { CancelProgress, Problem } from './outcome.ts';

/** What an app is told of an answer as it came. */
export type Tellable = Omit<CancelProgress, 'idempotencyKey' | 'final' | 'problem'>;

/** As much of an outcome as one answer of the gateway tells. */
export interface Known extends Tellable {
  /** Of what it tells; null where it does not say. */
  readonly kind: TargetKind | null;
  /** Whether it named a next action that is newer than this package: what that allows nobody here can say. */
  readonly hasNewerAction: boolean;
}

/** What is to be cancelled. */
export type Target =
  | { readonly kind: 'payment'; readonly input: PaymentToCancel }
  | { readonly kind: 'order'; readonly input: OrderToCancel };

export type TargetKind = Target['kind'];

/** What is asked of the gateway. */
export type Question =
  /** The cancel itself, under the one key. */
  | { readonly kind: 'send'; readonly target: Target }
  /** What became of the key. */
  | { readonly kind: 'look' }
  /** How a cancellation stands. */
  | { readonly kind: 'follow'; readonly id: string };

/** What came of a question. */
export type Answer =
  /** The contract answered. */
  | { readonly kind: 'told'; readonly known: Known }
  /** The contract has no such cancellation, or has never accepted the key. */
  | { readonly kind: 'absent' }
  /** Refused for now; the gateway says that nothing of it was done. */
  | { readonly kind: 'later'; readonly problem: Problem; readonly retryAfterMs: number | null }
  /** Refused because of who asks. Proven where the gateway itself says so, and so has done nothing of it. */
  | { readonly kind: 'unauthenticated'; readonly problem: Problem; readonly proven: boolean }
  /** Refused, and it would be again. Proven where the gateway itself says so, and so has done nothing of it. */
  | { readonly kind: 'refused'; readonly problem: Problem; readonly proven: boolean }
  /** Nothing left this device. */
  | { readonly kind: 'unsent'; readonly problem: Problem }
  /** Whether it arrived, and what it did, nobody can say. */
  | { readonly kind: 'lost'; readonly problem: Problem; readonly retryAfterMs: number | null };
