import type { ProviderName, TargetName } from './scene.ts';

/** One documented error on the wire and what a client of the gateway sees of it. Written by hand from the documentation. */
export interface DocumentedRow {
  readonly provider: ProviderName;
  readonly target: TargetName;
  readonly status: number;
  /** Null is any code that a VTEX provider makes up itself. */
  readonly wireCode: string | null;
  readonly type: string;
  readonly errorCode: string;
  readonly outcome: string;
  readonly nextAction: string;
  /** The status that a read shows after the refusal; open, where it is left out, and null where there is no such target. */
  readonly reads?: string | null;
  readonly problem?: string;
}

type Facts = [type: string, errorCode: string, outcome: string, nextAction: string];
type More = Pick<DocumentedRow, 'reads' | 'problem'>;

const rowsOf =
  (provider: ProviderName, target: TargetName) =>
  (status: number, wireCode: string | null, facts: Facts, more: More = {}): DocumentedRow => {
    const [type, errorCode, outcome, nextAction] = facts;
    return { provider, target, status, wireCode, type, errorCode, outcome, nextAction, ...more };
  };

const payment = rowsOf('MERCADO_PAGO', 'payment');
const order = rowsOf('MERCADO_PAGO', 'order');
const vtex = rowsOf('VTEX', 'payment');

// biome-ignore format: a line per error, so that it reads as a table.
export const documented: readonly DocumentedRow[] = [
  payment(400, '2018', ['PaymentNotCancellableError', 'PAYMENT_NOT_CANCELLABLE', 'NOT_CANCELLED', 'REFUND'], { reads: 'approved' }),
  payment(400, '2016', ['InvalidStatusUpdateError', 'INVALID_STATUS_FOR_UPDATE', 'NOT_CANCELLED', 'CONTACT_SUPPORT']),
  payment(400, '4017', ['InvalidStatusUpdateError', 'STATUS_REQUIRED', 'NOT_CANCELLED', 'CONTACT_SUPPORT']),
  payment(401, '5', ['ProviderCredentialsError', 'ACCESS_TOKEN_MISSING', 'NOT_CANCELLED', 'FIX_CREDENTIALS'], { problem: 'MISSING' }),
  payment(401, 'Unauthorized', ['ProviderCredentialsError', 'ACCESS_TOKEN_INVALID', 'NOT_CANCELLED', 'FIX_CREDENTIALS'], { problem: 'INVALID' }),
  payment(401, '7', ['ProviderCredentialsError', 'LIVE_CREDENTIALS_NOT_ALLOWED', 'NOT_CANCELLED', 'FIX_CREDENTIALS'], { problem: 'LIVE_NOT_ALLOWED' }),
  payment(403, '4', ['ProviderForbiddenError', 'PROVIDER_FORBIDDEN', 'NOT_CANCELLED', 'FIX_CREDENTIALS']),
  payment(404, '2000', ['PaymentNotFoundError', 'PAYMENT_NOT_FOUND', 'NOT_CANCELLED', 'FIX_INPUT'], { reads: null }),

  order(400, 'invalid_path_param', ['InvalidIdError', 'INVALID_ORDER_ID', 'NOT_CANCELLED', 'FIX_INPUT']),
  order(400, 'empty_required_header', ['InvalidIdempotencyKeyError', 'IDEMPOTENCY_KEY_REQUIRED', 'NOT_CANCELLED', 'CONTACT_SUPPORT']),
  order(400, 'invalid_idempotency_key_length', ['InvalidIdempotencyKeyError', 'INVALID_IDEMPOTENCY_KEY', 'NOT_CANCELLED', 'CONTACT_SUPPORT']),
  order(401, '401', ['ProviderCredentialsError', 'ACCESS_TOKEN_INVALID', 'NOT_CANCELLED', 'FIX_CREDENTIALS'], { problem: 'INVALID' }),
  order(401, 'invalid_credentials', ['ProviderCredentialsError', 'TEST_CREDENTIALS_NOT_SUPPORTED', 'NOT_CANCELLED', 'FIX_CREDENTIALS'], { problem: 'TEST_NOT_SUPPORTED' }),
  order(404, 'order_not_found', ['OrderNotFoundError', 'ORDER_NOT_FOUND', 'NOT_CANCELLED', 'FIX_INPUT'], { reads: null }),
  order(409, 'cannot_cancel_order', ['OrderNotCancellableError', 'ORDER_NOT_CANCELLABLE', 'NOT_CANCELLED', 'REFUND'], { reads: 'processed' }),
  order(409, 'order_already_cancelled', ['OrderAlreadyCancelledError', 'ORDER_ALREADY_CANCELLED', 'CANCELLED', 'NOTHING'], { reads: 'canceled' }),
  order(409, 'order_already_canceled', ['OrderAlreadyCancelledError', 'ORDER_ALREADY_CANCELLED', 'CANCELLED', 'NOTHING'], { reads: 'canceled' }),
  order(409, 'idempotency_key_already_used', ['IdempotencyConflictError', 'IDEMPOTENCY_KEY_ALREADY_USED', 'UNKNOWN', 'WAIT']),
  order(500, 'internal_error', ['ProviderInternalError', 'PROVIDER_INTERNAL_ERROR', 'UNKNOWN', 'WAIT']),

  vtex(200, 'cancel-manually', ['ManualCancellationRequiredError', 'MANUAL_CANCELLATION_REQUIRED', 'NOT_CANCELLED', 'CANCEL_MANUALLY']),
  vtex(501, 'cancel-manually', ['ManualCancellationRequiredError', 'MANUAL_CANCELLATION_REQUIRED', 'NOT_CANCELLED', 'CANCEL_MANUALLY']),
  vtex(200, null, ['ProviderDeclinedError', 'PROVIDER_DECLINED', 'NOT_CANCELLED', 'CONTACT_SUPPORT']),
  vtex(500, null, ['ProviderDeclinedError', 'PROVIDER_DECLINED', 'NOT_CANCELLED', 'RETRY_NEW_KEY']),
];
