import { randomUUID } from 'node:crypto';
import { notFound, payment, pending } from '../provider/payment.ts';
import { bulk, cancel, floor, list, readNamed, readOfMembers, readOrError } from './documents.ts';
import { post } from './graphql.ts';
import type { Ask, Dialect } from './work.ts';

const read = readNamed('Payment');
let unseen = 0;

/** Whoever speaks our contract, as `schema/schema.graphql` has it. */
export const contract: Dialect = {
  floor: () => post({ query: floor }, { __typename: 'Query' }),
  read: ([id = '']) => post({ query: read, variables: { id } }, { payment: told(id) }),
  cancel: ([id = '']) =>
    post({ query: cancel, variables: { input: inputOf(id) } }, { cancelPayment: cancelledOne(id) }),
  error: ([id = '']) => post({ query: readOrError, variables: { id } }, { payment: toldMissing(id) }),
  list: (ids) => post({ query: list, variables: { ids } }, { payments: ids.map(told) }),
  bulk: (ids) => post({ query: bulk, variables: { inputs: ids.map(inputOf) } }, { cancelPayments: cancelledAll(ids) }),
  unseen: ([id = '']) => {
    unseen += 1;
    return post({ query: readNamed(`Payment${unseen}`), variables: { id } }, { payment: told(id) });
  },
  'eight members': membersOf(8),
  'forty members': membersOf(40),
};

function membersOf(count: number): (ids: readonly string[]) => Ask {
  const query = readOfMembers(count);
  return ([id = '']) => post({ query, variables: { id } }, { payment: toldMissing(id) });
}

function inputOf(paymentId: string) {
  return { paymentId, idempotencyKey: randomUUID() };
}

/** Amounts are text, times are in UTC, and statuses are in the contract's words. */
function told(id: string) {
  return {
    id,
    status: 'PENDING',
    statusDetail: pending.status_detail,
    amount: { amount: String(payment.transaction_amount), currency: payment.currency_id },
    captured: payment.captured,
    liveMode: payment.live_mode,
    description: payment.description,
    paymentMethodId: payment.payment_method_id,
    paymentTypeId: payment.payment_type_id,
    installments: payment.installments,
    externalReference: payment.external_reference,
    createdAt: new Date(payment.date_created).toISOString(),
    updatedAt: new Date(payment.date_last_updated).toISOString(),
  };
}

function toldMissing(paymentId: string) {
  const upstream = { httpStatus: notFound.status, code: String(notFound.cause[0].code) };
  return { __typename: 'PaymentNotFoundError', code: 'PAYMENT_NOT_FOUND', paymentId, upstream };
}

function cancelledOne(id: string) {
  return {
    outcome: 'CANCELLED',
    nextAction: 'NOTHING',
    retryAfterMs: null,
    errorCode: null,
    userMessage: 'Your payment was cancelled.',
    cancellation: { settled: true },
    payment: { id, status: 'CANCELLED' },
    error: null,
  };
}

function cancelledAll(ids: readonly string[]) {
  const results = ids.map((id) => {
    const { outcome, nextAction, errorCode, payment } = cancelledOne(id);
    return { outcome, nextAction, errorCode, payment };
  });
  return { summary: { total: ids.length, cancelled: ids.length }, results };
}
