import { freshIds, sandboxIds } from '../../src/emulator/index.ts';
import { ask, badInput, declined, type HostileCase, notValid, type Sent, tooLarge } from './case.ts';

const payment = freshIds.MERCADO_PAGO.payment(1);
const order = freshIds.MERCADO_PAGO.order(1);
const vtex = freshIds.VTEX.payment(1);
const hex = sandboxIds.find(({ provider }) => provider === 'VTEX')?.id ?? '';

/** A cancel and a read of one id. Both are refused, or both would have to be sent. */
function cancelPayment(paymentId: unknown, provider?: string): Sent {
  return ask(
    'mutation ($input: CancelPaymentInput!) { cancelPayment(input: $input) { errorCode cancellation { id } } }',
    {
      input: { paymentId, provider },
    },
  );
}

function cancelOrder(orderId: unknown, provider?: string): Sent {
  return ask('mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { errorCode cancellation { id } } }', {
    input: { orderId, provider },
  });
}

function read(id: unknown): Sent {
  return ask(
    `query ($id: ID!) {
      payment(id: $id) { ... on ErrorResult { errorCode: code } } order(id: $id) { ... on ErrorResult { errorCode: code } }
    }`,
    { id },
  );
}

const noPayment = declined('INVALID_PAYMENT_ID');
const noOrder = declined('INVALID_ORDER_ID');
const neither = declined('INVALID_PAYMENT_ID', 'INVALID_ORDER_ID');

const shown = (id: string) => JSON.stringify(id.length > 40 ? `${id.slice(0, 40)}…` : id);
const payments = (row: number, ids: readonly string[]) =>
  ids.map((id): HostileCase => [row, `the payment ${shown(id)}`, cancelPayment(id), noPayment]);
const orders = (row: number, ids: readonly string[]) =>
  ids.map((id): HostileCase => [row, `the order ${shown(id)}`, cancelOrder(id), noOrder]);
const reads = (row: number, ids: readonly string[]) =>
  ids.map((id): HostileCase => [row, `a read of ${shown(id)}`, read(id), neither]);

const notNumbers = [
  '',
  ' ',
  ' 1 ',
  '-1',
  '0',
  '007',
  '1.5',
  '1e3',
  '+1',
  '0x1',
  '1_000',
  '1,000',
  '12345678901234567890',
];
const notOrders = [
  '',
  'ORD',
  order.slice(0, -1),
  `${order}0`,
  ` ${order}`,
  `ord${order.slice(6)}0`,
  `ORDTEST${order.slice(6)}`,
];
const paths = [
  '../../oauth/token',
  '..',
  '.',
  '%2e%2e',
  '..%2f',
  `${payment}/refunds`,
  `${payment}?x=`,
  `${payment}#`,
  ';a=b',
];
const hosts = ['//evil.com', 'https://evil.com', '\\\\evil', `${payment}@evil.com`, `evil.com/${payment}`];
const invisible = [
  ...[`${payment}\r\nX: y`, `${payment}\t`, '7700\t0005000', `${payment}\n`, `${payment}\0`, `${payment}\ud800`],
  ...[`\u202e${payment}`, '７７００', `${payment}\u200d`, `${payment}\u0301`, '١٢٣', `\ufeff${payment}`],
];

export const idCases: readonly HostileCase[] = [
  ...payments(1, notNumbers),
  ...orders(1, notOrders),
  ...payments(2, paths),
  ...orders(2, ['../../oauth/token', `${order}/capture`, '..']),
  ...reads(2, ['../users/me', `${payment}/refunds`]),
  ...payments(3, hosts),
  ...reads(3, ['//evil.com', 'http://169.254.169.254/']),
  ...payments(4, invisible),
  ...orders(4, [`${order}\r\n`, `${order}\0`, `\u202e${order}`]),
  ...payments(5, ['z'.repeat(65), '9'.repeat(5_000)]),
  [5, 'an id of a megabyte', cancelPayment('1'.repeat(1_000_000)), tooLarge],
  ...[payment, '9007199254740993', '1.5', '-0', '1e400', 'true', 'null', '{}', '["1"]'].map((id): HostileCase => {
    const query = 'mutation ($id: ID!) { cancelPayment(input: { paymentId: $id }) { errorCode } }';
    const body = `{"query":${JSON.stringify(query)},"variables":{"id":${id}}}`;
    return [6, `the JSON value ${id} as an id`, { kind: 'http', body }, badInput];
  }),
  ...[payment, '9007199254740993', '1.5', 'true', 'null', '{ a: 1 }'].map((id): HostileCase => {
    const query = `mutation { cancelPayment(input: { paymentId: ${id} }) { errorCode } }`;
    return [6, `the literal ${id} as an id`, ask(query), notValid];
  }),
  [7, 'a Mercado Pago payment at VTEX', cancelPayment(payment, 'VTEX'), noPayment],
  [7, 'a VTEX payment at Mercado Pago', cancelPayment(hex, 'MERCADO_PAGO'), noPayment],
  [7, 'an order among payments', cancelPayment(order), noPayment],
  [7, 'a payment among orders', cancelOrder(payment), noOrder],
  [7, 'a VTEX payment among orders', cancelOrder(vtex), noOrder],
  [7, 'an order at VTEX', cancelOrder(order, 'VTEX'), declined('OPERATION_NOT_SUPPORTED')],
  [7, 'a provider that there is not', cancelPayment(payment, 'STRIPE'), badInput],
];
