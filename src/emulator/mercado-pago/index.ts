import type { EmulatedProvider } from '../provider.ts';
import { publish } from '../sandbox-id.ts';
import { accountPath } from './account.api.ts';
import { createMercadoPago } from './mercado-pago.ts';
import { freshOrders, orderRows } from './orders.sandbox.ts';
import { freshPayments, paymentRows } from './payments.sandbox.ts';

/** The test token of an application, and the production token of a test user. */
const credentials = {
  accessToken: 'TEST-emulator-access-token',
  ordersAccessToken: 'APP_USR-emulator-test-user-token',
  webhookSecret: 'emulator-webhook-secret-4f1a',
};

const account = '481516234';

/** Mercado Pago with its payments and its orders. */
export const mercadoPago = {
  id: 'MERCADO_PAGO',
  prefix: '',
  callerPaths: [accountPath],
  credentials,
  gatewayVariables: (url) => ({
    MERCADO_PAGO_BASE_URL: url,
    MERCADO_PAGO_ACCESS_TOKEN: credentials.accessToken,
    MERCADO_PAGO_ORDERS_ACCESS_TOKEN: credentials.ordersAccessToken,
    MERCADO_PAGO_WEBHOOK_SECRET: credentials.webhookSecret,
  }),
  sandboxIds: [...publish('payment', paymentRows), ...publish('order', orderRows)],
  freshIds: { payment: freshPayments.nth, order: freshOrders.nth },
  create: (clock) =>
    createMercadoPago({
      clock,
      grants: [
        { token: credentials.accessToken, account, apis: ['payments'] },
        { token: credentials.ordersAccessToken, account, apis: ['orders'] },
      ],
      webhooks: { secret: credentials.webhookSecret, account },
    }),
} as const satisfies EmulatedProvider;
