import type { Known } from './answer.ts';
import type { CancellationOutcome, NextAction } from './generated/sdk.ts';
import type { CancelError, KnownCancellation } from './outcome.ts';

/** What a cancel payload and a cancellation have in common, as it came: a gateway may be newer than this package. */
export interface Told {
  readonly outcome: string;
  readonly nextAction: string;
  readonly retryAfterMs?: number | null | undefined;
  readonly userMessage: string;
  readonly errorCode?: string | null | undefined;
  readonly error?: CancelError | null | undefined;
  readonly requestId?: string | undefined;
}

interface ToldRecord extends Told {
  readonly id: string;
  readonly settled: boolean;
  readonly sendsUntil?: string | null | undefined;
}

const outcomes: Record<CancellationOutcome, true> = {
  CANCELLED: true,
  NOT_CANCELLED: true,
  PENDING: true,
  UNKNOWN: true,
};
const nextActions: Record<NextAction, true> = {
  CANCEL_MANUALLY: true,
  CONTACT_SUPPORT: true,
  FIX_CREDENTIALS: true,
  FIX_INPUT: true,
  NOTHING: true,
  REFUND: true,
  RETRY_NEW_KEY: true,
  RETRY_SAME_KEY: true,
  WAIT: true,
};

export function knownFromPayload(payload: Told & { readonly cancellation: KnownCancellation | null }): Known {
  return knownFrom(payload, payload.cancellation);
}

export function knownFromCancellation(cancellation: ToldRecord): Known {
  const { id, settled, sendsUntil = null } = cancellation;
  return knownFrom(cancellation, { id, settled, sendsUntil });
}

function knownFrom(told: Told, cancellation: KnownCancellation | null): Known {
  return {
    outcome: isOutcome(told.outcome) ? told.outcome : 'UNKNOWN',
    nextAction: isNextAction(told.nextAction) ? told.nextAction : carefulAction(cancellation),
    retryAfterMs: told.retryAfterMs ?? null,
    userMessage: told.userMessage,
    errorCode: told.errorCode ?? null,
    error: told.error ?? null,
    requestId: told.requestId ?? null,
    cancellation,
  };
}

/** An action that is newer than this package: what is open is only looked at, what is settled is left to a person. */
function carefulAction(cancellation: KnownCancellation | null): NextAction {
  return cancellation?.settled === false ? 'WAIT' : 'CONTACT_SUPPORT';
}

function isOutcome(value: string): value is CancellationOutcome {
  return Object.keys(outcomes).includes(value);
}

function isNextAction(value: string): value is NextAction {
  return Object.keys(nextActions).includes(value);
}
