import { type Clock, pathname, type RecordedRequest, type WireAnswer } from '../wire.ts';
import { createGrants, type Grant } from './access-token.ts';
import { accountPath, answerAccount } from './account.api.ts';
import { createIdempotencyKeys } from './idempotency-keys.ts';
import { createOrdersApi } from './orders.api.ts';
import { createOrderStore } from './orders.state.ts';
import { causeless } from './payments.answers.ts';
import { createPaymentsApi } from './payments.api.ts';
import { createPaymentStore } from './payments.state.ts';
import { createWebhooks } from './webhooks.ts';

const payment = /^\/v1\/payments\/([^/]*)$/;
const order = /^\/v1\/orders\/([^/]*)$/;
const orderCancel = /^\/v1\/orders\/([^/]*)\/cancel$/;

const noSuchResource = causeless(404, 'not_found', 'resource not found');

interface Options {
  clock: Clock;
  grants: readonly Grant[];
  /** By what its notifications are signed, and whom they name. */
  webhooks: { secret: string; account: string };
}

export function createMercadoPago({ clock, grants: granted, webhooks: signing }: Options) {
  const grants = createGrants(granted);
  const webhooks = createWebhooks({
    ...{ clock, ...signing },
    status: (target, id) => (target === 'payment' ? payments.find(id) : orders.find(id)),
  });
  const payments = createPaymentStore(clock);
  const orders = createOrderStore(clock, (id) => webhooks.changed('order', id));
  const keys = createIdempotencyKeys(clock);
  const answerPayment = createPaymentsApi({
    ...{ payments, clock, grants },
    changed: (id) => webhooks.changed('payment', id),
  });
  const ordersApi = createOrdersApi({ orders, keys, clock, grants, changed: (id) => webhooks.changed('order', id) });

  function handle(request: RecordedRequest): WireAnswer {
    const path = pathname(request);
    const [, paymentId] = payment.exec(path) ?? [];
    if (paymentId !== undefined) return answerPayment(request, paymentId);
    const [, readId] = order.exec(path) ?? [];
    if (readId !== undefined && request.method === 'GET') return ordersApi.read(request, readId);
    const [, cancelId] = orderCancel.exec(path) ?? [];
    if (cancelId !== undefined && request.method === 'POST') return ordersApi.cancel(request, cancelId);
    if (path === accountPath && request.method === 'GET') return answerAccount(grants, request);
    return noSuchResource.answer();
  }

  return {
    handle,
    paymentStatus: (id: string) => payments.find(id)?.status,
    orderStatus: (id: string) => orders.find(id)?.status,
    /** Takes one more token from now on, of this account or another; what one account has made, no other sees. */
    grant: grants.grant,
    /** Takes a token no more. */
    revoke: grants.revoke,
    webhooks,
    reset() {
      webhooks.subscribe(null);
      grants.reset();
      payments.clear();
      orders.clear();
      keys.clear();
    },
  };
}
