import type { Claims } from '../doubles/tokens.ts';

/** Ids of equal length, since an answer repeats the one that was asked for. */
export const ids = {
  payment: { foreign: '10000000001', missing: '40400200001' },
  order: { foreign: 'ORD01KCREATED0000000000000000', missing: 'ORD01KN0TF0VND000000000000000' },
  vtex: { foreign: '77000000000000000000000000000001', missing: 'A0000000000000000000000000040400' },
} as const;

/** A payment whose order is another matter: the token lists the one and not the other. */
export const paymentOfOrder = '10000000007';
export const orderOfPayment = 'ORD01KWA1T1NGCAPTVRE000000000';

/** A way to come to what is not a shopper's. */
export interface Path {
  readonly name: string;
  readonly document: string;
  /** What both are asked as: their pair of ids, or what the test makes for the purpose. */
  readonly of:
    | keyof typeof ids
    | 'cancelled payment'
    | 'order of a payment'
    | 'cancellation'
    | 'unsettled cancellation'
    | 'key';
  /** What the provider is asked in both cases, for a token with references and for one without. */
  readonly calls: { readonly withReferences: number; readonly without: number };
  /** Set where a shopper may not ask at all. */
  readonly code?: 'FORBIDDEN';
}

const error = `__typename ... on ErrorResult {
  code message userMessage upstream { provider httpStatus code message requestId }
}`;
const notFound = (kind: 'Payment' | 'Order') => `... on ${kind}NotFoundError { ${kind.toLowerCase()}Id }`;
const cancellation = `id outcome settled nextAction retryAfterMs userMessage provider paymentId orderId reason note idempotencyKey
  requestedBy requestedAt sendsUntil finishedAt providerCancellationId errorCode
  attempts { kind httpStatus } history { idempotencyKey requestedBy note } error { ${error} }
  payment { id status } order { id status }`;
const payment = `id status statusRaw externalReference cancelEligibility { allowed } cancellations { ${cancellation} }`;
const order = `id status statusRaw externalReference transactions { id } cancellations { ${cancellation} }`;
const verdict = 'outcome nextAction retryAfterMs userMessage errorCode idempotencyKey replayed';
const conflict = `... on IdempotencyConflictError { earlier { ${cancellation} } }`;
const read = (kind: 'Payment' | 'Order', fields: string) => `${error} ... on ${kind} { ${fields} } ${notFound(kind)}`;
const payload = (kind: 'Payment' | 'Order') => `${verdict} cancellation { ${cancellation} }
  ${kind.toLowerCase()} { id status } error { ${error} ${notFound(kind)} ${conflict} }`;

const listOf = (filter: string) => `cancellations(filter: ${filter}) {
  edges { cursor node { ${cancellation} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
}`;

const one = { withReferences: 1, without: 0 };
const none = { withReferences: 0, without: 0 };

export const paths: readonly Path[] = [
  {
    name: 'payment',
    document: `query ($id: ID!) { payment(id: $id) { ${read('Payment', payment)} } }`,
    of: 'payment',
    calls: one,
  },
  {
    name: 'payments',
    document: `query ($id: ID!) { payments(ids: [$id, $id]) { ${read('Payment', 'id')} } }`,
    of: 'payment',
    calls: one,
  },
  {
    name: 'order',
    document: `query ($id: ID!) { order(id: $id) { ${read('Order', order)} } }`,
    of: 'order',
    calls: one,
  },
  {
    name: 'orders',
    document: `query ($id: ID!) { orders(ids: [$id, $id]) { ${read('Order', 'id')} } }`,
    of: 'order',
    calls: one,
  },
  {
    name: 'payment at VTEX',
    document: `query ($id: ID!) { payment(id: $id) { ${read('Payment', payment)} } }`,
    of: 'vtex',
    calls: none,
  },
  {
    name: 'payment.order',
    document: `query { payment(id: "${paymentOfOrder}") { ${error} ... on Payment { id order { ${order} } } } }`,
    of: 'order of a payment',
    calls: { withReferences: 2, without: 1 },
  },
  {
    name: 'cancelPayment',
    document: `mutation ($id: ID!) { cancelPayment(input: { paymentId: $id, idempotencyKey: "k" }) { ${payload('Payment')} } }`,
    of: 'payment',
    calls: one,
  },
  {
    name: 'cancelPayment at VTEX',
    document: `mutation ($id: ID!) { cancelPayment(input: { paymentId: $id, idempotencyKey: "k" }) { ${payload('Payment')} } }`,
    of: 'vtex',
    calls: none,
  },
  {
    name: 'cancelOrder',
    document: `mutation ($id: ID!) { cancelOrder(input: { orderId: $id, idempotencyKey: "k" }) { ${payload('Order')} } }`,
    of: 'order',
    calls: one,
  },
  {
    name: 'cancelPayments',
    document: `mutation ($id: ID!) { cancelPayments(inputs: [{ paymentId: $id, idempotencyKey: "k" }]) { results { ${payload('Payment')} } } }`,
    of: 'payment',
    calls: none,
    code: 'FORBIDDEN',
  },
  {
    name: 'cancelOrders',
    document: `mutation ($id: ID!) { cancelOrders(inputs: [{ orderId: $id, idempotencyKey: "k" }]) { results { ${payload('Order')} } } }`,
    of: 'order',
    calls: none,
    code: 'FORBIDDEN',
  },
  {
    name: 'cancellation',
    document: `query ($id: ID!) { cancellation(id: $id) { ${cancellation} } }`,
    of: 'cancellation',
    calls: none,
  },
  {
    name: 'cancellation that the gateway still looks for',
    document: `query ($id: ID!) { cancellation(id: $id) { ${cancellation} } }`,
    of: 'unsettled cancellation',
    calls: none,
  },
  {
    name: 'cancellationByKey',
    document: `query ($id: String!) { cancellationByKey(idempotencyKey: $id) { ${cancellation} } }`,
    of: 'key',
    calls: none,
  },
  {
    name: 'cancellations of a payment',
    document: `query ($id: ID!) { ${listOf('{ paymentId: $id }')} }`,
    of: 'cancelled payment',
    calls: none,
  },
  {
    name: 'cancellations of an order',
    document: `query ($id: ID!) { ${listOf('{ orderId: $id }')} }`,
    of: 'order',
    calls: none,
  },
  {
    name: 'cancellations of everybody',
    document: `query { ${listOf('{}')} }`,
    of: 'cancelled payment',
    calls: none,
  },
];

const scope = ['payments:read', 'payments:cancel', 'orders:read', 'orders:cancel', 'cancellations:read', 'pii:read'];

/** The claims of a shopper who may do whatever a shopper may. */
export function shopperClaims(sub: string, more: Claims = {}): Claims {
  return { sub, scope: scope.map((name) => `${name}:own`).join(' '), ...more };
}

export function listing(type: 'payment' | 'order', ...identifiers: string[]): Claims {
  return { authorization_details: [{ type, identifiers }] };
}
