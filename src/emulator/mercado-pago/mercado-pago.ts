import { type Clock, json, pathname, type RecordedRequest, type WireAnswer } from '../wire.ts';
import { createIdempotencyKeys } from './idempotency-keys.ts';
import { createOrdersApi } from './orders.api.ts';
import { createOrderBook } from './orders.state.ts';
import { createPaymentsApi } from './payments.api.ts';
import { createPaymentBook } from './payments.state.ts';

const payment = /^\/v1\/payments\/([^/]*)$/;
const order = /^\/v1\/orders\/([^/]*)$/;
const orderCancel = /^\/v1\/orders\/([^/]*)\/cancel$/;

export function createMercadoPago({ clock, accessToken }: { clock: Clock; accessToken: string }) {
  const paymentBook = createPaymentBook(clock);
  const orderBook = createOrderBook(clock);
  const keys = createIdempotencyKeys(clock);
  const answerPayment = createPaymentsApi({ book: paymentBook, clock, accessToken });
  const orders = createOrdersApi({ book: orderBook, keys, clock, accessToken });

  function handle(request: RecordedRequest): WireAnswer {
    const path = pathname(request);
    const [, paymentId] = payment.exec(path) ?? [];
    if (paymentId !== undefined) return answerPayment(request, paymentId);
    const [, readId] = order.exec(path) ?? [];
    if (readId !== undefined && request.method === 'GET') return orders.read(request, readId);
    const [, cancelId] = orderCancel.exec(path) ?? [];
    if (cancelId !== undefined && request.method === 'POST') return orders.cancel(request, cancelId);
    return json(404, { message: 'resource not found', error: 'not_found', status: 404, cause: [] });
  }

  return {
    handle,
    paymentStatus: (id: string) => paymentBook.find(id)?.status,
    orderStatus: (id: string) => orderBook.find(id)?.status,
    reset() {
      paymentBook.clear();
      orderBook.clear();
      keys.clear();
    },
  };
}
