import type { ProviderDefinition } from '../definition.ts';
import { documentedErrors } from '../error-row.ts';
import { ApiClient } from './api-client.ts';
import { orderId, paymentId } from './ids.ts';
import { cancelOrder, ordersProbe, readOrder } from './orders.data-source.ts';
import { ordersDocs, ordersErrors } from './orders.errors.ts';
import { cancelPayment, paymentsProbe, readPayment } from './payments.data-source.ts';
import { paymentsDocs, paymentsErrors } from './payments.errors.ts';

const id = 'MERCADO_PAGO';
const attemptMs = 15_000;
const baseUrl = 'MERCADO_PAGO_BASE_URL';
const accessToken = 'MERCADO_PAGO_ACCESS_TOKEN';

export const mercadoPago: ProviderDefinition = {
  id,
  description: 'Mercado Pago: payments and orders.',
  targets: {
    payment: {
      id: paymentId,
      readable: true,
      attemptMs,
      cancellableStatuses: ['PENDING', 'IN_PROCESS', 'AUTHORIZED'],
    },
    order: {
      id: orderId,
      readable: true,
      attemptMs,
      cancellableStatuses: ['CREATED', 'ACTION_REQUIRED', 'AT_TERMINAL'],
    },
  },
  settings: [
    { kind: 'url', name: baseUrl, default: 'https://api.mercadopago.com', description: "Where Mercado Pago's API is." },
    {
      kind: 'secret',
      name: accessToken,
      live: /^APP_USR-/,
      description: "The merchant's access token. Test users have production tokens of their own.",
    },
  ],
  documentedErrors: [
    ...documentedErrors('payment', paymentsErrors, paymentsDocs),
    ...documentedErrors('order', ordersErrors, ordersDocs),
  ],
  create(settings, tools) {
    // A client each, so that neither API holds up the other; together they hold up no more than one would.
    const clientOf = (api: string, probePath: readonly string[]) =>
      new ApiClient({
        provider: id,
        api,
        probePath,
        share: 1 / 2,
        baseUrl: settings.text(baseUrl),
        accessToken: settings.secret(accessToken),
        tools,
      });
    const payments = clientOf('payments', paymentsProbe);
    const orders = clientOf('orders', ordersProbe);
    return {
      cancel: (command) =>
        command.target.kind === 'payment' ? cancelPayment(payments, command) : cancelOrder(orders, command),
      read: (target, terms) =>
        target.kind === 'payment' ? readPayment(payments, target, terms) : readOrder(orders, target, terms),
      close: async () => {
        await Promise.all([payments.close(), orders.close()]);
      },
    };
  },
};
