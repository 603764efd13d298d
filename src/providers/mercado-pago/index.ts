import type { ProviderDefinition } from '../../cancellation/provider.ts';
import { documentedErrors } from '../error-row.ts';
import { ApiClient } from './api-client.ts';
import { orderId, paymentId } from './ids.ts';
import { cancelOrder, readOrder } from './orders.data-source.ts';
import { ordersDocs, ordersErrors } from './orders.errors.ts';
import { cancelPayment, readPayment } from './payments.data-source.ts';
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
    const client = new ApiClient({
      provider: id,
      baseUrl: settings.text(baseUrl),
      accessToken: settings.secret(accessToken),
      tools,
    });
    return {
      cancel: (command) =>
        command.target.kind === 'payment' ? cancelPayment(client, command) : cancelOrder(client, command),
      read: (target, terms) =>
        target.kind === 'payment' ? readPayment(client, target, terms) : readOrder(client, target, terms),
      close: () => client.close(),
    };
  },
};
