import { type PaymentRefusal, paymentRefusals } from './payments.answers.ts';
import { type PaymentInitialState, paymentInitialStates } from './payments.initial-states.ts';
import { rowForms, type SandboxRow } from './sandbox-rows.ts';

export type PaymentRow = SandboxRow<PaymentInitialState, PaymentRefusal>;

const { cancels, spelledOtherwise, notCancellable, refuses, refusesReads, absent, absentAfter } = rowForms({
  states: paymentInitialStates,
  refusals: paymentRefusals,
  open: 'card',
  cancelled: 'cancelled',
});

/** The payment ids with a known answer. The error ids spell HTTP status and code: 400 002018 01. */
// biome-ignore format: a line per id, so that it reads as a table.
export const paymentRows: ReadonlyArray<PaymentRow> = [
  cancels('10000000001', 'card', 'A card payment that waits for the issuer'),
  cancels('10000000002', 'hold', 'An authorized hold, not captured'),
  cancels('10000000003', 'inProcess', 'A card payment under review'),
  cancels('10000000004', 'challenge', 'A 3-D Secure challenge that waits for the buyer'),
  cancels('10000000005', 'boleto', 'An unpaid boleto; shows captured: true'),
  cancels('10000000006', 'pix', 'An unpaid Pix with an anonymised payer'),
  cancels('10000000007', 'fromOrder', 'The payment of an order; names it in point_of_interaction.references'),
  cancels('10000000008', 'boleto', 'The documented shape: lists for objects, status canceled', { status: 'canceled', asDocumented: true }),
  cancels('9007199254740993', 'card', 'An id just above 2^53'),
  cancels('1234567890123456789', 'card', 'An id of 19 digits'),
  cancels('7700000001', 'card', 'Fresh: any id of 8 to 19 digits that starts with 7700'),
  notCancellable('40000201801', 'approved', 'stateNotValid', 'Approved'),
  notCancellable('40000201802', 'rejected', 'stateNotValid', 'Rejected'),
  notCancellable('40000201803', 'refunded', 'stateNotValid', 'Refunded'),
  notCancellable('40000201804', 'chargedBack', 'stateNotValid', 'Charged back'),
  notCancellable('40000201805', 'inMediation', 'stateNotValid', 'In mediation'),
  notCancellable('40000201806', 'cancelled', 'stateNotValid', 'Cancelled before'),
  notCancellable('40000201807', 'expired', 'stateNotValid', 'Expired before'),
  notCancellable('40000201808', 'terminal', 'stateNotValid', 'Approved on a Point terminal'),
  notCancellable('40000201809', 'qr', 'stateNotValid', 'Approved by QR code'),
  refuses('40000201810', 'stateNotValid', 'Refused although it reads pending'),
  refuses('40000201811', 'stateNotValid', 'Part of an order, to be cancelled with it', { initial: 'fromOrder' }),
  refuses('40000201812', 'stateNotValid', 'Refused while it is under review', { initial: 'inProcess' }),
  refuses('40000206301', 'stateNotValidForRefund', 'Wrong state, by the code that refunds use', { initial: 'approved' }),
  refuses('40000201601', 'statusNotAccepted', 'Says that the status is not accepted'),
  spelledOtherwise('40000201602', 'canceled', 'statusNotAccepted', 'Takes `canceled` alone, as the reference page has it'),
  refuses('40000401701', 'statusMissing', 'Says that the status is missing'),
  refuses('40000399901', 'unlistedCode', 'A code that no page lists', { unlisted: true }),
  refusesReads('40100000501', 'tokenMissing', 'Says that no access token came'),
  refusesReads('40100000401', 'tokenInvalid', 'Invalid access token, as the edge says it'),
  refusesReads('40100000402', 'tokenUnauthorized', 'Invalid access token, as the page lists it'),
  refuses('40100000701', 'liveCredentials', 'Unauthorized use of live credentials: writes fail, reads work'),
  refuses('40300000401', 'forbidden', 'Forbidden'),
  refuses('40300000402', 'forbidden', 'Forbidden, for it is approved', { initial: 'approved' }),
  refuses('40300000404', 'forbidden', 'Forbidden, for it was cancelled before', { initial: 'cancelled' }),
  refuses('40300300201', 'forbiddenCaller', 'Forbidden, the other code'),
  refusesReads('40300000403', 'policyAgent', 'Blocked by PolicyAgent'),
  absent('40400200001', 'No such payment'),
  refuses('40400200002', 'notFound', 'Says that there is none, and shows it pending'),
  refuses('40400200003', 'notFound', 'Says that there is none, and shows it approved', { initial: 'approved' }),
  refuses('42900000001', 'rateLimited', 'Rate limited: plain text with Retry-After'),
  refuses('50000000001', 'internalError', 'Internal error, nothing done'),
  refuses('50000000002', 'internalError', 'Internal error, yet cancelled', { times: 1, executes: true }),
  refuses('50000000003', 'internalError', 'Internal error, nothing done; the second cancel works', { times: 1 }),
  refuses('50200000001', 'badGateway', 'HTML from a gateway, nothing done'),
  refuses('50200000002', 'badGateway', 'HTML from a gateway, yet cancelled', { times: 1, executes: true }),
  absentAfter('50200000003', 'badGateway', 'HTML from a gateway; there is no such payment'),
];

/** Any id of 8 to 19 digits that starts with 7700 is a card payment that can be cancelled once. */
export const freshPayments = {
  has: (id: string) => /^7700\d{4,15}$/.test(id),
  nth: (n: number) => `7700${String(n).padStart(8, '0')}`,
};
