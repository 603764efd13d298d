import { json } from '../wire.ts';
import { badGateway, policyAgent, rateLimited, unauthorized } from './edge.answers.ts';
import { type FixedRefusal, type Refusal, refusal } from './refusal.ts';
import { causeStamp } from './wire-dates.ts';

/** With one cause, which bears the code. */
function caused(status: number, error: string, code: number | string, message: string): Refusal {
  const answer = (at: number) =>
    json(status, { message, error, status, cause: [{ code, description: message, data: causeStamp(at) }] });
  return { httpStatus: status, code: String(code), answer };
}

/** Without a cause; what it has of a code is `error`. */
export function causeless(status: number, error: string, message: string): FixedRefusal {
  return refusal(status, error, { message, error, status, cause: [] });
}

const wrongState = 'The action requested is not valid for the current payment state';

/** Every way in which `PUT /v1/payments/{id}` says no, after the reference page "Create cancellation". */
export const paymentRefusals = {
  stateNotValid: caused(400, 'bad_request', 2018, wrongState),
  stateNotValidForRefund: caused(400, 'bad_request', 2063, wrongState),
  statusNotAccepted: caused(400, 'bad_request', 2016, 'Invalid Status for Update'),
  statusMissing: caused(400, 'bad_request', 4017, "Status attribute can't be null"),
  unlistedCode: caused(400, 'bad_request', 3999, 'The operation was not accepted'),
  unreadableBody: causeless(400, 'bad_request', 'Invalid request body'),
  tokenMissing: caused(401, 'unauthorized', 5, 'Must provide your access token to proceed'),
  tokenUnauthorized: caused(401, 'unauthorized', 'Unauthorized', 'Invalid access token'),
  tokenInvalid: unauthorized('invalid access token'),
  liveCredentials: caused(401, 'unauthorized', 7, 'Unauthorized use of live credentials'),
  forbidden: caused(403, 'forbidden', 4, 'The caller is not authorized to access this resource'),
  forbiddenCaller: caused(403, 'forbidden', 3002, 'The caller is not authorized to perform this action'),
  policyAgent,
  notFound: caused(404, 'not_found', 2000, 'Payment not found'),
  methodNotAllowed: caused(405, 'method_not_allowed', 'Method not allowed', 'Method not allowed'),
  notJson: caused(415, 'unsupported_media_type', 'Unsupported media type', 'Content-Type must be application/json'),
  rateLimited,
  internalError: causeless(500, 'internal_error', 'Internal server error'),
  badGateway,
} satisfies Record<string, Refusal>;

export type PaymentRefusal = keyof typeof paymentRefusals;
