import { type OrderRefusal, orderRefusals } from './orders.answers.ts';
import { type OrderInitialState, orderInitialStates } from './orders.initial-states.ts';
import { rowForms, type SandboxRow } from './sandbox-rows.ts';

export type OrderRow = SandboxRow<OrderInitialState, OrderRefusal>;

const { cancels, notCancellable, refuses, refusesReads, absent, absentAfter } = rowForms({
  states: orderInitialStates,
  refusals: orderRefusals,
  open: 'created',
  cancelled: 'canceled',
});

/** The order whose payment is a sandbox id too. */
export const orderOfPayment = 'ORD01KWA1T1NGCAPTVRE000000000';

/** The order ids with a known answer. They are spelt in the letters of a ULID: 0 for O, 1 for I and L, V for U. */
// biome-ignore format: a line per id, so that it reads as a table.
export const orderRows: ReadonlyArray<OrderRow> = [
  cancels('ORD01KCREATED0000000000000000', 'created', 'Created'),
  cancels('ORDTST01KCREATED0000000000000000', 'created', 'Created, in the sandbox'),
  cancels('01KBAREV11D000000000000000', 'created', 'Created, with the bare id of 2024'),
  cancels(orderOfPayment, 'waitingCapture', 'An authorized hold'),
  cancels('ORD01KWA1T1NGP1X0000000000000', 'waitingPix', 'An unpaid Pix'),
  cancels('ORD01KD0CVMENTED0000000000000', 'created', "The documentation's spelling: cancelled", { status: 'cancelled', asDocumented: true }),
  cancels('ORD01K10WERCASE00000000000000', 'created', 'Answers with its id in lower case', { inLowerCase: true }),
  cancels('ORDTST77000000000000000000000001', 'created', 'Fresh: any ORDTST id that goes on with 77'),
  cancels('ORD01KATTERM1NA10000000000000', 'atTerminal', 'At the Point terminal: 409 without x-allow-cancelable-status', { httpStatus: 202, status: 'at_terminal' }),
  notCancellable('ORD01KPR0CESSED00000000000000', 'processed', 'notCancellable', 'Processed'),
  notCancellable('ORD01KPR0CESS1NG0000000000000', 'processing', 'notCancellable', 'Processing'),
  notCancellable('ORD01KCHECK0VTREFVND000000000', 'checkoutPro', 'notCancellable', 'Refunded in Checkout Pro'),
  notCancellable('ORD01KFA11ED00000000000000000', 'failed', 'notCancellable', 'Failed'),
  notCancellable('ORD01KEXP1RED0000000000000000', 'expired', 'notCancellable', 'Expired'),
  notCancellable('ORD01KREFVNDED000000000000000', 'refunded', 'notCancellable', 'Refunded'),
  notCancellable('ORD01KCHARGEDBACK000000000000', 'chargedBack', 'notCancellable', 'Charged back'),
  refuses('ORD01KREFVSED0PEN000000000000', 'notCancellable', 'Refused although it reads created'),
  notCancellable('ORD01KCANCE11ED00000000000000', 'canceled', 'alreadyCancelled', 'Canceled before; the code with two l'),
  refuses('ORD01KCANCE1ED000000000000000', 'alreadyCanceled', 'Canceled before; the code with one l', { initial: 'canceled' }),
  refuses('ORD01KCANCE11EDREADS0PEN00000', 'alreadyCancelled', 'Says that it was canceled before, and shows it created'),
  refuses('ORD01KCANCE11EDREADSPA1D00000', 'alreadyCancelled', 'Says that it was canceled before, and shows it processed', { initial: 'processed' }),
  refuses('ORD01KKEYVSED0000000000000000', 'keyUsed', 'Says that the key was used for another request'),
  refuses('ORD01KKEY10CKED00000000000000', 'keyLocked', 'Says that a twin request is running'),
  refusesReads('ORD01KPATHPARAM00000000000000', 'pathParam', 'Right by shape, not for the provider'),
  refuses('ORD01KN0KEY000000000000000000', 'keyMissing', 'Says that the idempotency key is missing'),
  refuses('ORD01KKEY1ENGTH00000000000000', 'keyLength', 'Says that the idempotency key is too long'),
  refuses('ORD01KVN11STED000000000000000', 'unlistedCode', 'A code that no page lists', { unlisted: true }),
  refusesReads('ORD01KT0KENWR0NG0000000000000', 'tokenWrong', 'Wrong access token, as the page lists it'),
  refusesReads('ORD01KT0KENVSER00000000000000', 'tokenUser', 'Wrong access token, as the edge says it'),
  refusesReads('ORD01KTESTT0KEN00000000000000', 'testCredentials', 'Test credentials are not supported'),
  refusesReads('ORD01KP011CYAGENT000000000000', 'policyAgent', 'Blocked by PolicyAgent'),
  absent('ORD01KN0TF0VND000000000000000', 'No such order'),
  refuses('ORD01KN0TF0VNDREADS0PEN000000', 'notFound', 'Says that there is none, and shows it created'),
  refuses('ORD01KT00S00N0000000000000000', 'tooSoon', 'Too soon after its creation; the second cancel works', { times: 1 }),
  refuses('ORD01KRATE11M1TED000000000000', 'rateLimited', 'Rate limited: plain text with Retry-After'),
  refuses('ORD01KERR0R000000000000000000', 'internalError', 'Internal error, nothing done'),
  refuses('ORD01KERR0RYETD0NE00000000000', 'internalError', 'Internal error, yet canceled', { times: 1, executes: true }),
  refuses('ORD01KERR0R0NCE00000000000000', 'internalError', 'Internal error, nothing done; the second cancel works', { times: 1 }),
  refuses('ORD01KKEYVA11DAT10N0000000000', 'keyValidation', 'The key could not be validated'),
  refuses('ORD01KBADGATEWAY0000000000000', 'badGateway', 'HTML from a gateway, nothing done'),
  absentAfter('ORD01KBADGATEWAYN0NE000000000', 'badGateway', 'HTML from a gateway; there is no such order'),
];

const freshPrefix = 'ORDTST77';

/** Any ORDTST id that goes on with 77 is an order that can be cancelled once. */
export const freshOrders = {
  has: (id: string) => id.startsWith(freshPrefix),
  nth: (n: number) => freshPrefix + String(n).padStart(24, '0'),
};
