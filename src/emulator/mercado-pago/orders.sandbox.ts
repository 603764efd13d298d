import { rowForms, type SandboxRow } from '../sandbox-id.ts';
import type { OrderRefusal } from './orders.answers.ts';
import type { OrderInitialState } from './orders.initial-states.ts';

export type OrderRow = SandboxRow<OrderInitialState, OrderRefusal>;

const { stands, refuses, bars, lacks } = rowForms<OrderInitialState, OrderRefusal>('created', 'created');

/** The order ids with a known answer. They are spelt in the letters of a ULID: 0 for O, 1 for I and L, V for U. */
// biome-ignore format: a line per id, so that it reads as a table.
export const orderRows: ReadonlyArray<OrderRow> = [
  stands('ORD01KCREATED0000000000000000', 'created', 200, null, 'canceled', 'Created'),
  stands('ORDTST01KCREATED0000000000000000', 'created', 200, null, 'canceled', 'Created, in the sandbox'),
  stands('01KBAREV11D000000000000000', 'created', 200, null, 'canceled', 'Created, with the bare id of 2024'),
  stands('ORD01KWA1T1NGCAPTVRE000000000', 'waitingCapture', 200, null, 'canceled', 'An authorized hold'),
  stands('ORD01KWA1T1NGP1X0000000000000', 'waitingPix', 200, null, 'canceled', 'An unpaid Pix'),
  stands('ORD01KD0CVMENTED0000000000000', 'created', 200, null, 'cancelled', "The documentation's spelling: cancelled", { asDocumented: true }),
  stands('ORDTST77000000000000000000000001', 'created', 200, null, 'canceled', 'Fresh: any ORDTST id that goes on with 77'),
  stands('ORD01KATTERM1NA10000000000000', 'atTerminal', 202, null, 'at_terminal', 'At the Point terminal: 409 without x-allow-cancelable-status'),
  stands('ORD01KPR0CESSED00000000000000', 'processed', 409, 'cannot_cancel_order', 'processed', 'Processed'),
  stands('ORD01KPR0CESS1NG0000000000000', 'processing', 409, 'cannot_cancel_order', 'processing', 'Processing'),
  stands('ORD01KCHECK0VTREFVND000000000', 'checkoutPro', 409, 'cannot_cancel_order', 'processed', 'Refunded in Checkout Pro'),
  stands('ORD01KFA11ED00000000000000000', 'failed', 409, 'cannot_cancel_order', 'failed', 'Failed'),
  stands('ORD01KEXP1RED0000000000000000', 'expired', 409, 'cannot_cancel_order', 'expired', 'Expired'),
  stands('ORD01KREFVNDED000000000000000', 'refunded', 409, 'cannot_cancel_order', 'refunded', 'Refunded'),
  stands('ORD01KCHARGEDBACK000000000000', 'chargedBack', 409, 'cannot_cancel_order', 'charged_back', 'Charged back'),
  refuses('ORD01KREFVSED0PEN000000000000', 'notCancellable', 409, 'cannot_cancel_order', 'Refused although it reads created'),
  stands('ORD01KCANCE11ED00000000000000', 'canceled', 409, 'order_already_cancelled', 'canceled', 'Canceled before; the code with two l'),
  refuses('ORD01KCANCE1ED000000000000000', 'alreadyCanceled', 409, 'order_already_canceled', 'Canceled before; the code with one l', { initial: 'canceled', status: 'canceled' }),
  refuses('ORD01KKEYVSED0000000000000000', 'keyUsed', 409, 'idempotency_key_already_used', 'Says that the key was used for another request'),
  refuses('ORD01KKEY10CKED00000000000000', 'keyLocked', 423, 'resource_locked', 'Says that a twin request is running'),
  bars('ORD01KPATHPARAM00000000000000', 'pathParam', 400, 'invalid_path_param', 'Right by shape, not for the provider'),
  refuses('ORD01KN0KEY000000000000000000', 'keyMissing', 400, 'empty_required_header', 'Says that the idempotency key is missing'),
  refuses('ORD01KKEY1ENGTH00000000000000', 'keyLength', 400, 'invalid_idempotency_key_length', 'Says that the idempotency key is too long'),
  refuses('ORD01KVN11STED000000000000000', 'unlistedCode', 400, 'unlisted_reason', 'A code that no page lists'),
  bars('ORD01KT0KENWR0NG0000000000000', 'tokenWrong', 401, '401', 'Wrong access token, as the page lists it'),
  bars('ORD01KT0KENVSER00000000000000', 'tokenUser', 401, 'unauthorized', 'Wrong access token, as the edge says it'),
  bars('ORD01KTESTT0KEN00000000000000', 'testCredentials', 401, 'invalid_credentials', 'Test credentials are not supported'),
  bars('ORD01KP011CYAGENT000000000000', 'policyAgent', 403, 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', 'Blocked by PolicyAgent'),
  lacks('ORD01KN0TF0VND000000000000000', 404, 'order_not_found', 'No such order'),
  refuses('ORD01KT00S00N0000000000000000', 'tooSoon', 422, 'unprocessable_entity', 'Too soon after its creation; the second cancel works', { times: 1 }),
  refuses('ORD01KRATE11M1TED000000000000', 'rateLimited', 429, null, 'Rate limited: plain text with Retry-After'),
  refuses('ORD01KERR0R000000000000000000', 'internalError', 500, 'internal_error', 'Internal error, nothing done'),
  refuses('ORD01KERR0RYETD0NE00000000000', 'internalError', 500, 'internal_error', 'Internal error, yet canceled', { status: 'canceled', times: 1, executes: true }),
  refuses('ORD01KERR0R0NCE00000000000000', 'internalError', 500, 'internal_error', 'Internal error, nothing done; the second cancel works', { times: 1 }),
  refuses('ORD01KKEYVA11DAT10N0000000000', 'keyValidation', 500, 'idempotency_validation_failed', 'The key could not be validated'),
  refuses('ORD01KBADGATEWAY0000000000000', 'badGateway', 502, null, 'HTML from a gateway, nothing done'),
];
