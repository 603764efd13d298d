import { adapterOf } from '../data-source.ts';
import type { ProviderDefinition } from '../definition.ts';
import { documentedErrors } from '../error-row.ts';
import { accountOf } from './account.data-source.ts';
import type { Account } from './api-client.ts';
import { orderId, paymentId } from './ids.ts';
import { orders } from './orders.data-source.ts';
import { ordersErrors } from './orders.errors.ts';
import { otherSpelling, payments } from './payments.data-source.ts';
import { paymentsErrors } from './payments.errors.ts';
import { readNotification } from './webhook.ts';

const id = 'MERCADO_PAGO';
/**
 * Mercado Pago promises no time. Whoever asked is answered after 8 s in any case, and a target whose answer is late can be
 * read: so this is long enough for a slow cancel, and short enough that calls into silence do not hold every connection.
 */
const attemptMs = 15_000;
/** The production tokens of test users look the same. */
const live = /^APP_USR-/;
const baseUrl = 'MERCADO_PAGO_BASE_URL';
const accessToken = 'MERCADO_PAGO_ACCESS_TOKEN';
const ordersAccessToken = 'MERCADO_PAGO_ORDERS_ACCESS_TOKEN';
const webhookSecret = 'MERCADO_PAGO_WEBHOOK_SECRET';

export const mercadoPago: ProviderDefinition = {
  id,
  description: 'Mercado Pago: payments and orders.',
  namesAccount: true,
  targets: {
    payment: {
      id: paymentId,
      readable: true,
      attemptMs,
      cancellableStatuses: ['PENDING', 'IN_PROCESS', 'AUTHORIZED'],
      otherSpelling,
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
      live,
      description: "The merchant's access token, for payments and for orders.",
    },
    {
      kind: 'secret',
      name: ordersAccessToken,
      live,
      standIn: accessToken,
      description: 'The access token for orders, where it is another: no test token works for both.',
    },
    {
      kind: 'secret',
      name: webhookSecret,
      optional: true,
      description:
        'The secret of the application by which its webhooks are signed. With it `POST /webhooks/mercado-pago` takes them, see [`docs/webhooks.md`](docs/webhooks.md).',
    },
  ],
  webhook: { path: 'mercado-pago', secret: webhookSecret, read: readNotification },
  documentedErrors: [...documentedErrors('payment', paymentsErrors), ...documentedErrors('order', ordersErrors)],
  create(settings, tools) {
    const account: Account = {
      provider: id,
      baseUrl: settings.text(baseUrl),
      accessTokens: { payments: settings.secret(accessToken), orders: settings.secret(ordersAccessToken) },
      tools,
    };
    return adapterOf({ payment: payments(account), order: orders(account) }, accountOf(account));
  },
};
