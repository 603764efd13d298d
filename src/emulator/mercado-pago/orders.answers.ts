import { json, type WireAnswer } from '../wire.ts';
import { badGateway, policyAgent, rateLimited, unauthorized } from './edge.answers.ts';

type Refusal = () => WireAnswer;

function refusal(status: number, code: string, message: string): Refusal {
  return () => json(status, { errors: [{ code, message }] });
}

/** Every way in which `POST /v1/orders/{id}/cancel` says no, after the reference page "Cancel order by ID". */
export const orderRefusals = {
  pathParam: refusal(400, 'invalid_path_param', 'path param order id is invalid'),
  keyMissing: refusal(400, 'empty_required_header', 'Missing HTTP header: X-Idempotency-Key.'),
  keyLength: refusal(400, 'invalid_idempotency_key_length', 'X-Idempotency-Key must have between 1 and 64 characters.'),
  unlistedCode: refusal(400, 'unlisted_reason', 'The order was not accepted.'),
  tokenAbsent: () => unauthorized('authorization value not present'),
  tokenUser: () => unauthorized('user not found'),
  tokenWrong: refusal(401, '401', 'The value sent as Access Token is incorrect.'),
  testCredentials: refusal(401, 'invalid_credentials', 'There is no support for test credentials.'),
  policyAgent,
  notFound: refusal(404, 'order_not_found', 'Order not found.'),
  notCancellable: refusal(409, 'cannot_cancel_order', "The order status doesn't allow its cancelation."),
  alreadyCancelled: refusal(409, 'order_already_cancelled', 'The order has already been canceled.'),
  alreadyCanceled: refusal(409, 'order_already_canceled', 'The order has already been canceled.'),
  keyUsed: refusal(409, 'idempotency_key_already_used', 'X-Idempotency-Key already used. Send a different value.'),
  tooSoon: refusal(422, 'unprocessable_entity', 'The order is still being created. Try again in a few seconds.'),
  keyLocked: refusal(423, 'resource_locked', 'The resource is locked by another request in progress.'),
  rateLimited,
  internalError: refusal(500, 'internal_error', 'Generic error. Please try submitting the request again.'),
  keyValidation: refusal(500, 'idempotency_validation_failed', 'The idempotency key could not be validated.'),
  badGateway,
} satisfies Record<string, Refusal>;

export type OrderRefusal = keyof typeof orderRefusals;
