import { isObject, type JsonObject } from './decoder.ts';
import type { ResultRow } from './result-row.ts';

/**
 * A result of version 1, which did not say its version yet, in the words of version 2. What never was of version 1 stays as
 * it is, for the decoder to refuse.
 *
 * A gateway of that version that was running when a newer one came saved the newer one's records without what it knows
 * under other names: the last answer, and when the record was started. No answer proves nothing, and the row says when the
 * record was made.
 */
export function fromVersion1(
  { verdict, heard = null, openedAt, ...same }: JsonObject,
  { created }: Pick<ResultRow, 'created'>,
): JsonObject {
  return {
    ...same,
    version: 2,
    verdict: verdictOf(verdict),
    lastAnswer: answerOf(heard),
    startedAt: openedAt === undefined ? created : openedAt,
  };
}

function verdictOf(verdict: unknown): unknown {
  if (!isObject(verdict)) return verdict;
  const { failure, ...same } = verdict;
  return { ...same, failure: failureOf(failure) };
}

function failureOf(failure: unknown): unknown {
  if (!isObject(failure)) return failure;
  const { code, detail, ...same } = failure;
  if (typeof code !== 'string' || !isObject(detail)) return failure;
  return { ...same, code, detail: details.get(code)?.(detail) ?? {} };
}

type DetailOf = (detail: JsonObject) => JsonObject;

const state: DetailOf = ({ currentStatus = null, captured = null, cancellableStatuses }) => ({
  currentStatus,
  captured,
  cancellableStatuses,
});
const cancelled: DetailOf = ({ cancelledAt = null }) => ({ cancelledAt });
const target: DetailOf = ({ targetId }) => ({ targetId });
const manual: DetailOf = ({ targetId, authorizationId = null }) => ({ targetId, authorizationId });
const key: DetailOf = ({ message = null }) => ({ explanation: message });
const conflict: DetailOf = ({ earlierId = null }) => ({ earlierId });
const id: DetailOf = ({ expected }) => ({ expected });
const retry: DetailOf = ({ retryAfterMs }) => ({ retryAfterMs });

/** Every detail was optional for every code. These are the codes that tell any; the others repeated the request. */
const details: ReadonlyMap<string, DetailOf> = new Map([
  ['PAYMENT_NOT_CANCELLABLE', state],
  ['ORDER_NOT_CANCELLABLE', state],
  ['PAYMENT_ALREADY_CANCELLED', cancelled],
  ['ORDER_ALREADY_CANCELLED', cancelled],
  ['PAYMENT_NOT_FOUND', target],
  ['ORDER_NOT_FOUND', target],
  ['MANUAL_CANCELLATION_REQUIRED', manual],
  ['IDEMPOTENCY_KEY_REQUIRED', key],
  ['INVALID_IDEMPOTENCY_KEY', key],
  ['IDEMPOTENCY_KEY_ALREADY_USED', conflict],
  ['IDEMPOTENCY_KEY_IN_PROGRESS', conflict],
  ['INVALID_PAYMENT_ID', id],
  ['INVALID_ORDER_ID', id],
  ['PROVIDER_UNREACHABLE', retry],
  ['PROVIDER_RATE_LIMITED', retry],
]);

function answerOf(heard: unknown): unknown {
  if (!isObject(heard)) return heard;
  const { kind } = heard;
  if (kind === 'refused') return withoutDetail(heard);
  return kind === 'not-sent' ? notSent(heard) : heard;
}

/** It repeated the request. */
function withoutDetail({ detail: _, ...answer }: JsonObject): JsonObject {
  return answer;
}

function notSent(heard: JsonObject): JsonObject {
  const { reason, transient, ...same } = heard;
  if (typeof reason !== 'string' || typeof transient !== 'boolean') return heard;
  return { ...same, reason: reasonOf(reason, transient), systemCode: systemCodeOf(reason) };
}

const heldBack = new Set(['circuit open', 'too many calls', 'closed']);

function reasonOf(reason: string, transient: boolean): string {
  if (heldBack.has(reason)) return 'held-back';
  return transient ? 'not-connected' : 'not-connectable';
}

/** The reason of a connection that failed was its stage and the code. */
function systemCodeOf(reason: string): string | null {
  return /^(?:connect|TLS) (.+)$/.exec(reason)?.[1] ?? null;
}
