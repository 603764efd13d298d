import type { ErrorCode } from './errors/catalogue.ts';
import type { DocumentedError } from './errors/error-listing.ts';
import type { Upstream } from './errors/failure.ts';
import type { CancelReason } from './target/cancel-reason.ts';
import type { Snapshot } from './target/snapshot.ts';
import type { ProviderId, Target, TargetKind } from './target/target.ts';

/** What the domain knows of a provider, configured or not. */
export interface Provider {
  readonly id: ProviderId;
  /** For developers: the description of its value in the `Provider` enum. */
  readonly description: string;
  /** What can be cancelled there; an absent kind is unsupported. */
  readonly targets: Partial<Record<TargetKind, TargetRules>>;
  /** Every documented wire error; `errorCatalog` and the README's table list them. */
  readonly documentedErrors: readonly DocumentedError[];
}

export interface TargetRules {
  readonly id: IdForm;
  /** Whether the provider can be asked for the target's state. Where not, only repeating a cancel tells. */
  readonly readable: boolean;
  /** How long one cancel may stay unanswered before it counts as lost. */
  readonly attemptMs: number;
  /** Statuses from which the provider says it cancels. */
  readonly cancellableStatuses: readonly string[];
  /**
   * How else the provider's word for cancelling may have to be spelled, where its documentation and its API disagree. A
   * refusal of the one spelling is answered with the other. Absent where there is one spelling.
   */
  readonly otherSpelling?: string;
}

export interface IdForm {
  /** How a valid id looks, in English, for developers. */
  readonly expected: string;
  /** The id in the provider's canonical form, or null when it cannot be an id of this provider. */
  canonicalize(text: string): string | null;
}

/** A provider that is configured. Failures are values; a rejected promise is a bug. */
export interface ProviderAdapter {
  cancel(command: CancelCommand): Promise<CancelAnswer>;
  read(target: Target, terms: CallTerms): Promise<ReadAnswer>;
  /** The provider's own id of the account that the credentials open; null where it does not say, absent where it never does. */
  account?(terms: CallTerms): Promise<string | null>;
  close(): Promise<void>;
}

export interface CancelCommand {
  readonly target: Target;
  /** The idempotency key for the provider, 43 characters base64url: 256 bits that follow from the target. */
  readonly key: string;
  /** The provider's other spelling, where this request is to use it; null for the usual one. */
  readonly spelling: string | null;
  readonly authorizationId: string | null;
  /** Why the caller cancels, for a provider that has a place for it. */
  readonly reason: CancelReason | null;
  readonly terms: CallTerms;
}

export interface CallTerms {
  /** Milliseconds from now, after which an answer counts as lost. */
  readonly deadlineMs: number;
  /** Whether the gateway calls on its own account; such calls do not tell how callers fare. */
  readonly inBackground: boolean;
}

/** What a provider said to a cancel. It says nothing yet about what that proves: see `evidence.ts`. */
export type CancelAnswer =
  /** 2xx, the id echoed and the status cancelled: the only form of a success. */
  | (Answered & { kind: 'cancelled'; snapshot: Snapshot | null; providerCancellationId: string | null })
  /** The provider took the cancel on and has not finished it. */
  | (Answered & { kind: 'accepted'; snapshot: Snapshot | null })
  /** 2xx, the id echoed, and a status that is not cancelled. */
  | (Answered & { kind: 'not-cancelled'; snapshot: Snapshot })
  /** The target is too young to be cancelled. */
  | (Answered & { kind: 'too-soon'; code: ErrorCode })
  /** By its status alone, and by no code of its protocol, the provider says that it cannot do this. */
  | (Answered & { kind: 'not-implemented'; code: ErrorCode })
  | CallFailure;

/** What a provider said to a read. */
export type ReadAnswer =
  /** `isToBeCancelled` where the target itself says that the provider has taken a cancel on. */
  | (Answered & { kind: 'found'; snapshot: Snapshot; isToBeCancelled?: true })
  /** The provider cannot be read. Nothing was sent. */
  | (Answered & { kind: 'unsupported' })
  | CallFailure;

/** The ways any call can go wrong. */
export type CallFailure =
  /** An error that the provider documents. `perhapsByState` where it may also stand for a state that only a read tells. */
  | (Answered & { kind: 'refused'; code: ErrorCode; perhapsByState?: true })
  /** A well-formed 4xx whose code has no entry. */
  | (Answered & { kind: 'unrecognized' })
  /** 429: certainly not executed. `retryAfterMs` is the provider's wish, null where it names none. */
  | (Answered & { kind: 'rate-limited'; retryAfterMs: number | null })
  /** 5xx with a readable body. */
  | (Answered & { kind: 'failed' })
  /** No answer, or one that is not the provider's format. The request may have been executed. */
  | (Answered & { kind: 'lost'; reason: string; answered: boolean })
  /** The request certainly did not leave. `systemCode` is for the log, such as ECONNREFUSED; null where no system failed. */
  | (Answered & { kind: 'not-sent'; reason: NotSentReason; systemCode: string | null });

/**
 * Why a call was not sent: held-back the gateway itself kept it, from a provider that fails or has too many calls under way
 * already · not-connected the provider was not reached, and a second try may reach it · not-connectable its name does not
 * resolve or its certificate does not fit, which will not mend itself.
 */
export type NotSentReason = 'held-back' | 'not-connected' | 'not-connectable';

interface Answered {
  readonly upstream: Upstream;
}
