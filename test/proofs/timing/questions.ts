import { randomUUID } from 'node:crypto';
import { type Claims, type Issuer, startIssuer } from '../../doubles/tokens.ts';
import type { Question } from './measure.ts';

const error = '__typename ... on ErrorResult { code message userMessage upstream { httpStatus code requestId } }';
const payload = `outcome nextAction retryAfterMs userMessage idempotencyKey requestId cancellation { id } error { ${error} }`;

const payments = { foreign: '10000000001', missing: '40400200001' };
/** Somebody else's, of which there is a record. */
const cancelledPayment = '77000000001';
const orders = { foreign: 'ORD01KCREATED0000000000000000', missing: 'ORD01KN0TF0VND000000000000000' };
const vtex = { foreign: '77000000000000000000000000000001', missing: 'A0000000000000000000000000040400' };

const readPayment = `query ($id: ID!) { payment(id: $id) { ${error} ... on Payment { id status } } }`;
const readOrder = `query ($id: ID!) { order(id: $id) { ${error} ... on Order { id status } } }`;
const cancelPayment = `mutation ($id: ID!) { cancelPayment(input: { paymentId: $id }) { ${payload} } }`;
const cancelOrder = `mutation ($id: ID!) { cancelOrder(input: { orderId: $id }) { ${payload} } }`;
const follow = 'query ($id: ID!) { cancellation(id: $id) { id outcome } }';

/** Everything that a shopper can guess at, once a cancellation of somebody else's is known. */
export function questions(foreignCancellation: string): readonly Question[] {
  return [
    { name: 'read a payment', document: readPayment, ...payments },
    { name: 'cancel a payment', document: cancelPayment, ...payments },
    { name: 'cancel a payment that is cancelled', document: cancelPayment, ...payments, foreign: cancelledPayment },
    { name: 'read an order', document: readOrder, ...orders },
    { name: 'cancel an order', document: cancelOrder, ...orders },
    { name: 'cancel a payment at VTEX', document: cancelPayment, ...vtex },
    { name: 'follow a cancellation', document: follow, foreign: foreignCancellation, missing: randomUUID() },
  ];
}

const scope = ['payments:read', 'payments:cancel', 'orders:read', 'orders:cancel', 'cancellations:read'];
const lifetime = { iat: Math.floor(Date.now() / 1_000), exp: Math.floor(Date.now() / 1_000) + 3_600 };

/** For whom the provider is asked: a token with references, none of which the emulator knows. */
const guesser: Claims = {
  ...lifetime,
  sub: 'guesser',
  scope: scope.map((name) => `${name}:own`).join(' '),
  external_references: ['another-cart'],
};

/** Whoever asks so often has used up any limit. */
const unlimited = Object.fromEntries(
  ['CANCELS', 'SHOPPER_CANCELS', 'READS', 'NOT_FOUND'].map((what) => [`RATE_LIMIT_${what}_PER_MINUTE`, '0']),
);

/** The tokens of the two who ask, and the settings of a gateway that takes them and asks for no pause. */
export async function startCallers() {
  const issuer: Issuer = await startIssuer();
  const { authorization } = await issuer.bearer(guesser);
  return {
    env: { ...issuer.env, ...unlimited },
    guesser: authorization,
    merchant: () => issuer.bearer({ scope: 'payments:cancel' }),
  };
}

/** The id of a cancellation that the merchant asked for. */
export async function cancelledByMerchant(url: string, headers: { readonly authorization: string }): Promise<string> {
  const query = `mutation { cancelPayment(input: { paymentId: "${cancelledPayment}" }) { cancellation { id } } }`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { cancelPayment: { cancellation: { id: string } } } };
  return data.cancelPayment.cancellation.id;
}
