import type { Known, TargetKind } from './answer.ts';
import type { CancellationOutcome, NextAction } from './generated/sdk.ts';
import type { CancelError, KnownCancellation } from './outcome.ts';
import { fieldsOf } from './wire.ts';

/** What a cancel payload and a cancellation have in common, as it came: a gateway may be newer than this package. */
interface Told {
  readonly outcome: string;
  readonly nextAction: string;
  readonly retryAfterMs?: unknown;
  readonly userMessage: string;
  readonly errorCode?: string | null;
  readonly error?: CancelError | null;
  readonly requestId?: string;
  readonly paymentId?: unknown;
  readonly orderId?: unknown;
}

/** As much of a cancellation as is kept of it. */
interface ToldRecord {
  readonly id: string;
  readonly settled: boolean;
  readonly sendsUntil?: string | null;
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

/** Null where it is no payload of a cancel. What came over the wire is checked as far as is decided by it. */
export function knownFromPayload(value: unknown): Known | null {
  if (!isTold(value) || !('cancellation' in value)) return null;
  const { cancellation } = value;
  if (cancellation === null) return knownFrom(value, null);
  return isRecord(cancellation) ? knownFrom(value, recordOf(cancellation)) : null;
}

/** Null where it is no cancellation. */
export function knownFromCancellation(value: unknown): Known | null {
  return isTold(value) && isRecord(value) ? knownFrom(value, recordOf(value)) : null;
}

function isTold(value: unknown): value is Told {
  const { outcome, nextAction, userMessage } = fieldsOf(value);
  return [outcome, nextAction, userMessage].every((text) => typeof text === 'string');
}

function isRecord(value: unknown): value is ToldRecord {
  const { id, settled } = fieldsOf(value);
  return typeof id === 'string' && typeof settled === 'boolean';
}

function recordOf({ id, settled, sendsUntil = null }: ToldRecord): KnownCancellation {
  return { id, settled, sendsUntil };
}

function knownFrom(told: Told, cancellation: KnownCancellation | null): Known {
  return {
    kind: kindOf(told),
    hasNewerAction: !isNextAction(told.nextAction),
    outcome: isOutcome(told.outcome) ? told.outcome : 'UNKNOWN',
    nextAction: isNextAction(told.nextAction) ? told.nextAction : carefulAction(cancellation),
    retryAfterMs: typeof told.retryAfterMs === 'number' ? told.retryAfterMs : null,
    userMessage: told.userMessage,
    errorCode: told.errorCode ?? null,
    error: told.error ?? null,
    requestId: told.requestId ?? null,
    cancellation,
  };
}

/** A cancellation has one of the two ids, the payload of a cancel has neither. */
function kindOf({ paymentId, orderId }: Told): TargetKind | null {
  if (typeof orderId === 'string') return 'order';
  return typeof paymentId === 'string' ? 'payment' : null;
}

/** An action that is newer than this package: what is open is only looked at, all else is left to a person. */
function carefulAction(cancellation: KnownCancellation | null): NextAction {
  return cancellation?.settled === false ? 'WAIT' : 'CONTACT_SUPPORT';
}

function isOutcome(value: string): value is CancellationOutcome {
  return Object.keys(outcomes).includes(value);
}

function isNextAction(value: string): value is NextAction {
  return Object.keys(nextActions).includes(value);
}
