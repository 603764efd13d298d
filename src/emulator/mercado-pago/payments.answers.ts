import { json, type WireAnswer } from '../wire.ts';
import { badGateway, policyAgent, rateLimited, unauthorized } from './edge.answers.ts';
import { causeStamp } from './wire-dates.ts';

type Refusal = (at: number) => WireAnswer;

function refusal(status: number, error: string, code: number | string, message: string): Refusal {
  return (at) =>
    json(status, { message, error, status, cause: [{ code, description: message, data: causeStamp(at) }] });
}

const wrongState = 'The action requested is not valid for the current payment state';

/** Every way in which `PUT /v1/payments/{id}` says no, after the reference page "Create cancellation". */
export const paymentRefusals = {
  stateNotValid: refusal(400, 'bad_request', 2018, wrongState),
  stateNotValidForRefund: refusal(400, 'bad_request', 2063, wrongState),
  statusNotAccepted: refusal(400, 'bad_request', 2016, 'Invalid Status for Update'),
  statusMissing: refusal(400, 'bad_request', 4017, "Status attribute can't be null"),
  unlistedCode: refusal(400, 'bad_request', 3999, 'The operation was not accepted'),
  tokenMissing: refusal(401, 'unauthorized', 5, 'Must provide your access token to proceed'),
  tokenUnauthorized: refusal(401, 'unauthorized', 'Unauthorized', 'Invalid access token'),
  tokenInvalid: () => unauthorized('invalid access token'),
  liveCredentials: refusal(401, 'unauthorized', 7, 'Unauthorized use of live credentials'),
  forbidden: refusal(403, 'forbidden', 4, 'The caller is not authorized to access this resource'),
  forbiddenCaller: refusal(403, 'forbidden', 3002, 'The caller is not authorized to perform this action'),
  policyAgent,
  notFound: refusal(404, 'not_found', 2000, 'Payment not found'),
  methodNotAllowed: refusal(405, 'method_not_allowed', 'Method not allowed', 'Method not allowed'),
  notJson: refusal(415, 'unsupported_media_type', 'Unsupported media type', 'Content-Type must be application/json'),
  unreadableBody: () => json(400, { message: 'Invalid request body', error: 'bad_request', status: 400, cause: [] }),
  rateLimited,
  internalError: () => json(500, { message: 'Internal server error', error: 'internal_error', status: 500, cause: [] }),
  badGateway,
} satisfies Record<string, Refusal>;

export type PaymentRefusal = keyof typeof paymentRefusals;
