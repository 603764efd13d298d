import { randomUUID } from 'node:crypto';
import { cancelled, payment, pending } from './payment.ts';

/** One kind of request to a server under test, and the only answer that counts as right. */
export interface Kind {
  request(id: string): { method: 'GET' | 'PUT' | 'POST'; path: string; headers: Record<string, string>; body?: string };
  expected(id: string): unknown;
}

export type KindName = 'raw read' | 'raw cancel' | 'gateway floor' | 'gateway read' | 'gateway cancel';

const floor = '{ __typename }';

/** The 13 fields that the raw proxy picks too. */
const read = `query Payment($id: ID!) {
  payment(id: $id) {
    ... on Payment {
      id
      status
      statusDetail
      amount { amount currency }
      captured
      liveMode
      description
      paymentMethodId
      paymentTypeId
      installments
      externalReference
      createdAt
      updatedAt
    }
  }
}`;

const cancel = `mutation CancelPayment($input: CancelPaymentInput!) {
  cancelPayment(input: $input) {
    outcome
    nextAction
    retryAfterMs
    errorCode
    userMessage
    cancellation { settled }
    payment { id status }
  }
}`;

export const kinds: Readonly<Record<KindName, Kind>> = {
  'raw read': {
    request: (id) => ({ method: 'GET', path: `/payments/${id}`, headers: {} }),
    expected: (id) => rawPayment(id, pending),
  },
  'raw cancel': {
    request: (id) => ({ method: 'PUT', path: `/payments/${id}`, headers: { 'idempotency-key': randomUUID() } }),
    expected: (id) => rawPayment(id, cancelled),
  },
  'gateway floor': {
    request: () => post({ query: floor }),
    expected: () => ({ data: { __typename: 'Query' } }),
  },
  'gateway read': {
    request: (id) => post({ query: read, variables: { id } }),
    expected: (id) => ({ data: { payment: gatewayPayment(id) } }),
  },
  'gateway cancel': {
    request: (id) => post({ query: cancel, variables: { input: { paymentId: id, idempotencyKey: randomUUID() } } }),
    expected: (id) => ({
      data: {
        cancelPayment: {
          outcome: 'CANCELLED',
          nextAction: 'NOTHING',
          retryAfterMs: null,
          errorCode: null,
          userMessage: 'Your payment was cancelled.',
          cancellation: { settled: true },
          payment: { id, status: 'CANCELLED' },
        },
      },
    }),
  },
};

function post(body: object) {
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  return { method: 'POST' as const, path: '/graphql', headers, body: JSON.stringify(body) };
}

const alike = {
  captured: payment.captured,
  liveMode: payment.live_mode,
  description: payment.description,
  paymentMethodId: payment.payment_method_id,
  paymentTypeId: payment.payment_type_id,
  installments: payment.installments,
  externalReference: payment.external_reference,
};

function rawPayment(id: string, state: typeof pending | typeof cancelled) {
  return {
    id: Number(id),
    status: state.status,
    statusDetail: state.status_detail,
    amount: { amount: payment.transaction_amount, currency: payment.currency_id },
    ...alike,
    createdAt: payment.date_created,
    updatedAt: payment.date_last_updated,
  };
}

/** What the gateway tells of the same payment: amounts as text, times in UTC, statuses in its own words. */
function gatewayPayment(id: string) {
  return {
    id,
    status: 'PENDING',
    statusDetail: pending.status_detail,
    amount: { amount: String(payment.transaction_amount), currency: payment.currency_id },
    ...alike,
    createdAt: new Date(payment.date_created).toISOString(),
    updatedAt: new Date(payment.date_last_updated).toISOString(),
  };
}
