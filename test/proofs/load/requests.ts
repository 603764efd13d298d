import { randomUUID } from 'node:crypto';

/** Every fifth request of the load cancels a payment of its own, the others read one. */
const cancelEvery = 5;
const firstPaymentId = 700_000_000_000_000;

export interface LoadRequest {
  readonly kind: 'read' | 'cancel';
  readonly paymentId: string;
  /** The key of a cancel. */
  readonly key: string;
  readonly body: string;
}

const cancelDocument = `mutation CancelPayment($input: CancelPaymentInput!) {
  cancelPayment(input: $input) { outcome nextAction errorCode cancellation { id } payment { id status } }
}`;
const readDocument = `query Payment($id: ID!) {
  payment(id: $id) { __typename ... on Payment { id status statusDetail amount { amount currency } createdAt updatedAt } }
}`;

/** The n-th request of a load that begins with `from`: no two loads of one run ask for the same payment. */
export function requestOf(n: number, from: number, only?: LoadRequest['kind']): LoadRequest {
  const kind = only ?? (n % cancelEvery === 0 ? 'cancel' : 'read');
  const paymentId = `${firstPaymentId + from + n}`;
  if (kind === 'read') return { kind, paymentId, key: '', body: bodyOf(readDocument, { id: paymentId }) };
  const key = randomUUID();
  return { kind, paymentId, key, body: bodyOf(cancelDocument, { input: { paymentId, idempotencyKey: key } }) };
}

function bodyOf(query: string, variables: object): string {
  return JSON.stringify({ query, variables });
}
