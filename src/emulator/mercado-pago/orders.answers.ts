import { badGateway, policyAgent, rateLimited, unauthorized } from './edge.answers.ts';
import { type FixedRefusal, refusal } from './refusal.ts';

function orderError(httpStatus: number, code: string, message: string): FixedRefusal {
  return refusal(httpStatus, code, { errors: [{ code, message }] });
}

/** Every way in which `POST /v1/orders/{id}/cancel` says no, after the reference page "Cancel order by ID". */
export const orderRefusals = {
  pathParam: orderError(400, 'invalid_path_param', 'path param order id is invalid'),
  keyMissing: orderError(400, 'empty_required_header', 'Missing HTTP header: X-Idempotency-Key.'),
  keyLength: orderError(
    400,
    'invalid_idempotency_key_length',
    'X-Idempotency-Key must have between 1 and 64 characters.',
  ),
  unlistedCode: orderError(400, 'unlisted_reason', 'The order was not accepted.'),
  tokenAbsent: unauthorized('authorization value not present'),
  tokenUser: unauthorized('user not found'),
  tokenWrong: orderError(401, '401', 'The value sent as Access Token is incorrect.'),
  testCredentials: orderError(401, 'invalid_credentials', 'There is no support for test credentials.'),
  policyAgent,
  notFound: orderError(404, 'order_not_found', 'Order not found.'),
  notCancellable: orderError(409, 'cannot_cancel_order', "The order status doesn't allow its cancelation."),
  alreadyCancelled: orderError(409, 'order_already_cancelled', 'The order has already been canceled.'),
  alreadyCanceled: orderError(409, 'order_already_canceled', 'The order has already been canceled.'),
  keyUsed: orderError(409, 'idempotency_key_already_used', 'X-Idempotency-Key already used. Send a different value.'),
  tooSoon: orderError(422, 'unprocessable_entity', 'The order is still being created. Try again in a few seconds.'),
  keyLocked: orderError(423, 'resource_locked', 'The resource is locked by another request in progress.'),
  rateLimited,
  internalError: orderError(500, 'internal_error', 'Generic error. Please try submitting the request again.'),
  keyValidation: orderError(500, 'idempotency_validation_failed', 'The idempotency key could not be validated.'),
  badGateway,
} satisfies Record<string, FixedRefusal>;

export type OrderRefusal = keyof typeof orderRefusals;
