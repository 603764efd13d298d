import { rowForms, type SandboxRow } from '../sandbox-id.ts';
import type { PaymentRefusal } from './payments.answers.ts';
import type { PaymentInitialState } from './payments.initial-states.ts';

export type PaymentRow = SandboxRow<PaymentInitialState, PaymentRefusal>;

const { stands, refuses, bars, lacks } = rowForms<PaymentInitialState, PaymentRefusal>('card', 'pending');

/** The payment ids with a known answer. The error ids spell HTTP status and code: 400 002018 01. */
// biome-ignore format: a line per id, so that it reads as a table.
export const paymentRows: ReadonlyArray<PaymentRow> = [
  stands('10000000001', 'card', 200, null, 'cancelled', 'A card payment that waits for the issuer'),
  stands('10000000002', 'hold', 200, null, 'cancelled', 'An authorized hold, not captured'),
  stands('10000000003', 'inProcess', 200, null, 'cancelled', 'A card payment under review'),
  stands('10000000004', 'challenge', 200, null, 'cancelled', 'A 3-D Secure challenge that waits for the buyer'),
  stands('10000000005', 'boleto', 200, null, 'cancelled', 'An unpaid boleto; shows captured: true'),
  stands('10000000006', 'pix', 200, null, 'cancelled', 'An unpaid Pix with an anonymised payer'),
  stands('10000000007', 'fromOrder', 200, null, 'cancelled', 'The payment of an order; names it in point_of_interaction.references'),
  stands('10000000008', 'boleto', 200, null, 'canceled', 'The documented shape: lists for objects, status canceled', { asDocumented: true }),
  stands('9007199254740993', 'card', 200, null, 'cancelled', 'An id just above 2^53'),
  stands('1234567890123456789', 'card', 200, null, 'cancelled', 'An id of 19 digits'),
  stands('7700000001', 'card', 200, null, 'cancelled', 'Fresh: any id of 8 to 19 digits that starts with 7700'),
  stands('40000201801', 'approved', 400, '2018', 'approved', 'Approved'),
  stands('40000201802', 'rejected', 400, '2018', 'rejected', 'Rejected'),
  stands('40000201803', 'refunded', 400, '2018', 'refunded', 'Refunded'),
  stands('40000201804', 'chargedBack', 400, '2018', 'charged_back', 'Charged back'),
  stands('40000201805', 'inMediation', 400, '2018', 'in_mediation', 'In mediation'),
  stands('40000201806', 'cancelled', 400, '2018', 'cancelled', 'Cancelled before'),
  stands('40000201807', 'expired', 400, '2018', 'cancelled', 'Expired before'),
  stands('40000201808', 'terminal', 400, '2018', 'approved', 'Approved on a Point terminal'),
  stands('40000201809', 'qr', 400, '2018', 'approved', 'Approved by QR code'),
  refuses('40000201810', 'stateNotValid', 400, '2018', 'Refused although it reads pending'),
  refuses('40000206301', 'stateNotValidForRefund', 400, '2063', 'Wrong state, by the code that refunds use', { initial: 'approved', status: 'approved' }),
  refuses('40000201601', 'statusNotAccepted', 400, '2016', 'Says that the status is not accepted'),
  refuses('40000401701', 'statusMissing', 400, '4017', 'Says that the status is missing'),
  refuses('40000399901', 'unlistedCode', 400, '3999', 'A code that no page lists'),
  bars('40100000501', 'tokenMissing', 401, '5', 'Says that no access token came'),
  bars('40100000401', 'tokenInvalid', 401, 'unauthorized', 'Invalid access token, as the edge says it'),
  bars('40100000402', 'tokenUnauthorized', 401, 'Unauthorized', 'Invalid access token, as the page lists it'),
  refuses('40100000701', 'liveCredentials', 401, '7', 'Unauthorized use of live credentials: writes fail, reads work'),
  refuses('40300000401', 'forbidden', 403, '4', 'Forbidden'),
  refuses('40300300201', 'forbiddenCaller', 403, '3002', 'Forbidden, the other code'),
  bars('40300000403', 'policyAgent', 403, 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', 'Blocked by PolicyAgent'),
  lacks('40400200001', 404, '2000', 'No such payment'),
  refuses('42900000001', 'rateLimited', 429, null, 'Rate limited: plain text with Retry-After'),
  refuses('50000000001', 'internalError', 500, 'internal_error', 'Internal error, nothing done'),
  refuses('50000000002', 'internalError', 500, 'internal_error', 'Internal error, yet cancelled', { status: 'cancelled', times: 1, executes: true }),
  refuses('50000000003', 'internalError', 500, 'internal_error', 'Internal error, nothing done; the second cancel works', { times: 1 }),
  refuses('50200000001', 'badGateway', 502, null, 'HTML from a gateway, nothing done'),
  refuses('50200000002', 'badGateway', 502, null, 'HTML from a gateway, yet cancelled', { status: 'cancelled', times: 1, executes: true }),
];
