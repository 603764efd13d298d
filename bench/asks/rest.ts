import { randomUUID } from 'node:crypto';
import { cancelled, notFound, payment, pending } from '../provider/payment.ts';
import type { Ask, Dialect } from './work.ts';

/** The raw proxy, and express with the official SDK: `GET` reads, `PUT` cancels. */
export const rest: Dialect = {
  read: ([id = '']) => get(`/payments/${id}`, picked(id, pending)),
  cancel: ([id = '']) => put(`/payments/${id}`, picked(id, cancelled)),
  error: ([id = '']) => ({ ...get(`/payments/${id}`, refusal), status: 404 }),
  list: (ids) =>
    get(
      `/payments?ids=${ids.join()}`,
      ids.map((id) => picked(id, pending)),
    ),
  bulk: (ids) =>
    put(
      `/payments?ids=${ids.join()}`,
      ids.map((id) => picked(id, cancelled)),
    ),
};

const refusal = { code: notFound.cause[0].code, message: notFound.message };

function get(path: string, answer: unknown): Ask {
  return { method: 'GET', path, headers: {}, status: 200, answer };
}

function put(path: string, answer: unknown): Ask {
  return { method: 'PUT', path, headers: { 'idempotency-key': randomUUID() }, status: 200, answer };
}

/** The 13 fields, in the provider's words. */
function picked(id: string, { status, status_detail }: typeof pending | typeof cancelled) {
  return {
    id: Number(id),
    status,
    statusDetail: status_detail,
    amount: { amount: payment.transaction_amount, currency: payment.currency_id },
    captured: payment.captured,
    liveMode: payment.live_mode,
    description: payment.description,
    paymentMethodId: payment.payment_method_id,
    paymentTypeId: payment.payment_type_id,
    installments: payment.installments,
    externalReference: payment.external_reference,
    createdAt: payment.date_created,
    updatedAt: payment.date_last_updated,
  };
}
