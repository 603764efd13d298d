import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/cancellation/errors/catalogue.ts';
import type { CancelAnswer, ReadAnswer } from '../../../src/cancellation/provider.ts';
import type { Attempt } from '../../../src/cancellation/record/record.ts';
import { shownByRead } from '../../../src/cancellation/rules/attempt-proof.ts';
import { settlementOf } from '../../../src/cancellation/rules/settlement.ts';
import type { OrderStatus } from '../../../src/cancellation/target/order.ts';
import { orderTarget, sampleOrder } from '../../doubles/snapshots.ts';
import { answeredWith, attemptsOf, found, lostAnswer, sampleRules } from '../samples.ts';

type Read = OrderStatus | 'to be cancelled' | 'unreadable' | 'none';
/** Stands for a cell that repeats the one before it. */
const sameAsFirst = 'same';

type Row = [answer: CancelAnswer, read: Read, firstAttempt: string, afterLostAttempt: string];

/**
 * The error table, row by row: what an answer and a read mean on the first attempt, and what they mean when an earlier
 * attempt is unaccounted for. Each cell is `outcome nextAction code`.
 */
const rows: Row[] = [
  [cancelled(), 'none', 'CANCELLED NOTHING -', 'CANCELLED NOTHING -'],
  [accepted(), 'none', 'PENDING WAIT -', 'PENDING WAIT -'],

  [notCancelled('PROCESSED'), 'none', 'NOT_CANCELLED REFUND ORDER_NOT_CANCELLABLE', sameAsFirst],
  [notCancelled('CREATED'), 'CREATED', 'UNKNOWN WAIT OUTCOME_UNKNOWN', sameAsFirst],
  [notCancelled('UNRECOGNIZED'), 'UNRECOGNIZED', 'UNKNOWN WAIT OUTCOME_UNKNOWN', sameAsFirst],
  [notCancelled('CREATED'), 'CANCELLED', 'CANCELLED NOTHING -', sameAsFirst],

  [refused('ORDER_NOT_CANCELLABLE'), 'CANCELLED', 'CANCELLED NOTHING ORDER_ALREADY_CANCELLED', 'CANCELLED NOTHING -'],
  [refused('ORDER_NOT_CANCELLABLE'), 'PROCESSED', 'NOT_CANCELLED REFUND ORDER_NOT_CANCELLABLE', sameAsFirst],
  [refused('ORDER_NOT_CANCELLABLE'), 'FAILED', 'NOT_CANCELLED NOTHING ORDER_NOT_CANCELLABLE', sameAsFirst],
  [refused('ORDER_NOT_CANCELLABLE'), 'EXPIRED', 'NOT_CANCELLED NOTHING ORDER_NOT_CANCELLABLE', sameAsFirst],
  [refused('ORDER_NOT_CANCELLABLE'), 'REFUNDED', 'NOT_CANCELLED NOTHING ORDER_NOT_CANCELLABLE', sameAsFirst],
  [
    refused('ORDER_NOT_CANCELLABLE'),
    'CHARGED_BACK',
    'NOT_CANCELLED CONTACT_SUPPORT ORDER_NOT_CANCELLABLE',
    sameAsFirst,
  ],
  [
    refused('ORDER_NOT_CANCELLABLE'),
    'CREATED',
    'NOT_CANCELLED CONTACT_SUPPORT ORDER_NOT_CANCELLABLE',
    'UNKNOWN WAIT OUTCOME_UNKNOWN',
  ],
  [
    refused('ORDER_NOT_CANCELLABLE'),
    'UNRECOGNIZED',
    'NOT_CANCELLED CONTACT_SUPPORT ORDER_NOT_CANCELLABLE',
    'UNKNOWN WAIT OUTCOME_UNKNOWN',
  ],
  [
    refused('ORDER_NOT_CANCELLABLE'),
    'PROCESSING',
    'NOT_CANCELLED RETRY_NEW_KEY ORDER_NOT_CANCELLABLE',
    'UNKNOWN WAIT OUTCOME_UNKNOWN',
  ],
  [refused('ORDER_NOT_CANCELLABLE'), 'to be cancelled', 'PENDING WAIT -', sameAsFirst],
  [refused('ORDER_NOT_CANCELLABLE'), 'unreadable', 'UNKNOWN WAIT OUTCOME_UNKNOWN', sameAsFirst],

  [refused('ORDER_ALREADY_CANCELLED'), 'CANCELLED', 'CANCELLED NOTHING ORDER_ALREADY_CANCELLED', 'CANCELLED NOTHING -'],
  [
    refused('ORDER_ALREADY_CANCELLED'),
    'unreadable',
    'CANCELLED NOTHING ORDER_ALREADY_CANCELLED',
    'CANCELLED NOTHING -',
  ],
  // A stale read never overrides what the provider answered to the write; one that shows that somebody has the money puts it
  // in doubt.
  [refused('ORDER_ALREADY_CANCELLED'), 'CREATED', 'CANCELLED NOTHING ORDER_ALREADY_CANCELLED', 'CANCELLED NOTHING -'],
  [refused('ORDER_ALREADY_CANCELLED'), 'EXPIRED', 'CANCELLED NOTHING ORDER_ALREADY_CANCELLED', 'CANCELLED NOTHING -'],
  [
    refused('ORDER_ALREADY_CANCELLED'),
    'UNRECOGNIZED',
    'CANCELLED NOTHING ORDER_ALREADY_CANCELLED',
    'CANCELLED NOTHING -',
  ],
  [
    refused('ORDER_ALREADY_CANCELLED'),
    'to be cancelled',
    'CANCELLED NOTHING ORDER_ALREADY_CANCELLED',
    'CANCELLED NOTHING -',
  ],
  [refused('ORDER_ALREADY_CANCELLED'), 'PROCESSED', 'UNKNOWN WAIT OUTCOME_UNKNOWN', sameAsFirst],
  [refused('ORDER_ALREADY_CANCELLED'), 'CHARGED_BACK', 'UNKNOWN WAIT OUTCOME_UNKNOWN', sameAsFirst],

  [refused('IDEMPOTENCY_KEY_ALREADY_USED'), 'CANCELLED', 'CANCELLED NOTHING -', sameAsFirst],
  [refused('IDEMPOTENCY_KEY_ALREADY_USED'), 'PROCESSED', 'NOT_CANCELLED REFUND ORDER_NOT_CANCELLABLE', sameAsFirst],
  [refused('IDEMPOTENCY_KEY_ALREADY_USED'), 'CREATED', 'UNKNOWN WAIT IDEMPOTENCY_KEY_ALREADY_USED', sameAsFirst],
  [refused('IDEMPOTENCY_KEY_ALREADY_USED'), 'unreadable', 'UNKNOWN WAIT IDEMPOTENCY_KEY_ALREADY_USED', sameAsFirst],
  [refused('IDEMPOTENCY_KEY_IN_PROGRESS'), 'CREATED', 'UNKNOWN WAIT IDEMPOTENCY_KEY_IN_PROGRESS', sameAsFirst],

  [plain('ORDER_NOT_FOUND'), 'to be cancelled', 'PENDING WAIT -', sameAsFirst],
  [plain('ORDER_NOT_FOUND'), 'unreadable', 'NOT_CANCELLED FIX_INPUT ORDER_NOT_FOUND', 'UNKNOWN WAIT OUTCOME_UNKNOWN'],
  // A read outweighs the word that there is no such target.
  [plain('ORDER_NOT_FOUND'), 'CANCELLED', 'CANCELLED NOTHING ORDER_ALREADY_CANCELLED', 'CANCELLED NOTHING -'],
  [plain('ORDER_NOT_FOUND'), 'PROCESSED', 'NOT_CANCELLED REFUND ORDER_NOT_CANCELLABLE', sameAsFirst],
  [plain('ORDER_NOT_FOUND'), 'FAILED', 'NOT_CANCELLED NOTHING ORDER_NOT_CANCELLABLE', sameAsFirst],
  [
    plain('ORDER_NOT_FOUND'),
    'CREATED',
    'NOT_CANCELLED RETRY_NEW_KEY PROVIDER_INTERNAL_ERROR',
    'UNKNOWN WAIT OUTCOME_UNKNOWN',
  ],
  [
    plain('ORDER_NOT_FOUND'),
    'UNRECOGNIZED',
    'NOT_CANCELLED RETRY_NEW_KEY PROVIDER_INTERNAL_ERROR',
    'UNKNOWN WAIT OUTCOME_UNKNOWN',
  ],

  [perhapsByState(), 'CANCELLED', 'CANCELLED NOTHING ORDER_ALREADY_CANCELLED', 'CANCELLED NOTHING -'],
  [perhapsByState(), 'PROCESSED', 'NOT_CANCELLED REFUND ORDER_NOT_CANCELLABLE', sameAsFirst],
  [perhapsByState(), 'EXPIRED', 'NOT_CANCELLED NOTHING ORDER_NOT_CANCELLABLE', sameAsFirst],
  [perhapsByState(), 'CREATED', 'NOT_CANCELLED FIX_CREDENTIALS PROVIDER_FORBIDDEN', 'UNKNOWN WAIT OUTCOME_UNKNOWN'],
  [perhapsByState(), 'unreadable', 'NOT_CANCELLED FIX_CREDENTIALS PROVIDER_FORBIDDEN', 'UNKNOWN WAIT OUTCOME_UNKNOWN'],
  [
    plain('ACCESS_TOKEN_INVALID'),
    'none',
    'NOT_CANCELLED FIX_CREDENTIALS ACCESS_TOKEN_INVALID',
    'UNKNOWN WAIT OUTCOME_UNKNOWN',
  ],
  [plain('ACCESS_TOKEN_INVALID'), 'CANCELLED', 'CANCELLED NOTHING -', sameAsFirst],
  [
    plain('INVALID_STATUS_FOR_UPDATE'),
    'none',
    'NOT_CANCELLED CONTACT_SUPPORT INVALID_STATUS_FOR_UPDATE',
    'UNKNOWN WAIT OUTCOME_UNKNOWN',
  ],
  [
    plain('PROVIDER_DECLINED'),
    'none',
    'NOT_CANCELLED CONTACT_SUPPORT PROVIDER_DECLINED',
    'UNKNOWN WAIT OUTCOME_UNKNOWN',
  ],
  [
    plain('PROVIDER_DECLINED', 500),
    'none',
    'NOT_CANCELLED RETRY_NEW_KEY PROVIDER_DECLINED',
    'UNKNOWN WAIT OUTCOME_UNKNOWN',
  ],
  [
    plain('MANUAL_CANCELLATION_REQUIRED'),
    'none',
    'NOT_CANCELLED CANCEL_MANUALLY MANUAL_CANCELLATION_REQUIRED',
    sameAsFirst,
  ],
  [
    notImplemented(),
    'none',
    'NOT_CANCELLED CANCEL_MANUALLY MANUAL_CANCELLATION_REQUIRED',
    'UNKNOWN WAIT OUTCOME_UNKNOWN',
  ],
  [tooSoon(), 'none', 'NOT_CANCELLED RETRY_NEW_KEY ORDER_NOT_CANCELLABLE', 'UNKNOWN WAIT OUTCOME_UNKNOWN'],

  [notSent(), 'none', 'NOT_CANCELLED RETRY_SAME_KEY PROVIDER_UNREACHABLE', 'UNKNOWN WAIT OUTCOME_UNKNOWN'],
  [rateLimited(), 'none', 'NOT_CANCELLED RETRY_SAME_KEY PROVIDER_RATE_LIMITED', 'UNKNOWN WAIT OUTCOME_UNKNOWN'],

  [
    unrecognized(400),
    'CREATED',
    'NOT_CANCELLED CONTACT_SUPPORT UNRECOGNIZED_PROVIDER_ERROR',
    'UNKNOWN WAIT UNRECOGNIZED_PROVIDER_ERROR',
  ],
  [
    unrecognized(422),
    'unreadable',
    'NOT_CANCELLED CONTACT_SUPPORT UNRECOGNIZED_PROVIDER_ERROR',
    'UNKNOWN WAIT UNRECOGNIZED_PROVIDER_ERROR',
  ],
  // Somebody's cancellation is under way, whatever was refused: it will land.
  [unrecognized(400), 'to be cancelled', 'PENDING WAIT -', sameAsFirst],
  [unrecognized(409), 'to be cancelled', 'PENDING WAIT -', sameAsFirst],
  [unrecognized(400), 'CANCELLED', 'CANCELLED NOTHING -', sameAsFirst],
  [unrecognized(409), 'CREATED', 'UNKNOWN WAIT UNRECOGNIZED_PROVIDER_ERROR', sameAsFirst],
  [unrecognized(409), 'PROCESSED', 'NOT_CANCELLED CONTACT_SUPPORT UNRECOGNIZED_PROVIDER_ERROR', sameAsFirst],
  [unrecognized(402), 'CANCELLED', 'CANCELLED NOTHING -', sameAsFirst],

  [failed(), 'CANCELLED', 'CANCELLED NOTHING -', sameAsFirst],
  [failed(), 'PROCESSED', 'NOT_CANCELLED REFUND ORDER_NOT_CANCELLABLE', sameAsFirst],
  [failed(), 'CREATED', 'UNKNOWN WAIT PROVIDER_INTERNAL_ERROR', sameAsFirst],
  [failed(), 'to be cancelled', 'PENDING WAIT -', sameAsFirst],
  [failed(), 'unreadable', 'UNKNOWN WAIT PROVIDER_INTERNAL_ERROR', sameAsFirst],
  [lost(), 'CANCELLED', 'CANCELLED NOTHING -', sameAsFirst],
  [lost(), 'FAILED', 'NOT_CANCELLED NOTHING ORDER_NOT_CANCELLABLE', sameAsFirst],
  [lost(), 'AT_TERMINAL', 'UNKNOWN WAIT OUTCOME_UNKNOWN', sameAsFirst],
  [lost(), 'UNRECOGNIZED', 'UNKNOWN WAIT OUTCOME_UNKNOWN', sameAsFirst],
  [lost(), 'to be cancelled', 'PENDING WAIT -', sameAsFirst],
  [lost(), 'unreadable', 'UNKNOWN WAIT OUTCOME_UNKNOWN', sameAsFirst],
];

describe('the verdict on a cancellation', () => {
  for (const [answer, read, first, later] of rows) {
    it(`${nameOf(answer)}, read ${read}: ${first}`, () => {
      expect(summary(answer, read, false)).toBe(first);
      expect(summary(answer, read, true)).toBe(later === sameAsFirst ? first : later);
    });
  }

  it('never calls a target not cancelled when an unaccounted attempt may still land', () => {
    const negatives = rows.filter(([answer, read]) => {
      const isProvenByState = ['PROCESSED', 'FAILED', 'EXPIRED', 'REFUNDED', 'CHARGED_BACK'].includes(read);
      const isManual = answer.kind === 'refused' && answer.code === 'MANUAL_CANCELLATION_REQUIRED';
      return !isProvenByState && !isManual && answer.kind !== 'not-cancelled';
    });
    for (const [answer, read] of negatives) expect(summary(answer, read, true)).not.toContain('NOT_CANCELLED');
  });
});

function summary(answer: CancelAnswer, read: Read, ambiguous: boolean): string {
  const { verdict } = settlementOf(
    { target: orderTarget, rules: sampleRules, authorizationId: null },
    { answer, ambiguous, reads: readsOf(read), attempts: readsMade(read) },
  );
  return `${verdict.outcome} ${verdict.nextAction} ${verdict.failure?.code ?? '-'}`;
}

function nameOf(answer: CancelAnswer): string {
  const status = answer.upstream.httpStatus;
  return [answer.kind, 'code' in answer ? answer.code : null, status].filter((part) => part !== null).join(' ');
}

function readsMade(read: Read): Attempt[] {
  return attemptsOf(...readsOf(read).map((answer): [string, number] => [shownByRead(answer), 1_000]));
}

function readsOf(read: Read): ReadAnswer[] {
  if (read === 'none') return [];
  if (read === 'unreadable') return [lostAnswer];
  if (read === 'to be cancelled') return [{ ...found(sampleOrder({ status: 'AT_TERMINAL' })), isToBeCancelled: true }];
  return [found(sampleOrder({ status: read }))];
}

// Function declarations are hoisted, so that the table can stand first.
function cancelled(): CancelAnswer {
  return {
    kind: 'cancelled',
    snapshot: sampleOrder({ status: 'CANCELLED' }),
    providerCancellationId: null,
    upstream: answeredWith(200),
  };
}
function accepted(): CancelAnswer {
  return { kind: 'accepted', snapshot: sampleOrder({ status: 'AT_TERMINAL' }), upstream: answeredWith(202) };
}
function notCancelled(status: OrderStatus): CancelAnswer {
  return { kind: 'not-cancelled', snapshot: sampleOrder({ status }), upstream: answeredWith(200) };
}
function refused(code: ErrorCode): CancelAnswer {
  return { kind: 'refused', code, upstream: answeredWith(409) };
}
function plain(code: ErrorCode, httpStatus = 400): CancelAnswer {
  return { kind: 'refused', code, upstream: answeredWith(httpStatus) };
}
function perhapsByState(): CancelAnswer {
  return { kind: 'refused', code: 'PROVIDER_FORBIDDEN', perhapsByState: true, upstream: answeredWith(403) };
}
function tooSoon(): CancelAnswer {
  return { kind: 'too-soon', code: 'ORDER_NOT_CANCELLABLE', upstream: answeredWith(422) };
}
function notImplemented(): CancelAnswer {
  return { kind: 'not-implemented', code: 'MANUAL_CANCELLATION_REQUIRED', upstream: answeredWith(501) };
}
function notSent(): CancelAnswer {
  return { kind: 'not-sent', reason: 'not-connected', systemCode: 'ECONNREFUSED', upstream: answeredWith(null) };
}
function rateLimited(): CancelAnswer {
  return { kind: 'rate-limited', retryAfterMs: null, upstream: answeredWith(429) };
}
function unrecognized(httpStatus: number): CancelAnswer {
  return { kind: 'unrecognized', upstream: answeredWith(httpStatus) };
}
function failed(): CancelAnswer {
  return { kind: 'failed', upstream: answeredWith(500) };
}
function lost(): CancelAnswer {
  return { kind: 'lost', reason: 'reset', answered: false, upstream: answeredWith(null) };
}
