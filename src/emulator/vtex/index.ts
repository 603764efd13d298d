import type { EmulatedProvider } from '../provider.ts';
import { publish } from '../sandbox-id.ts';
import { freshPayments, vtexRows } from './vtex.sandbox.ts';
import { createVtex } from './vtex.ts';

const credentials = { appKey: 'vtexappkey-emulator-LOCAL', appToken: 'emulator-app-token' };

/** A payment provider of VTEX. */
export const vtex = {
  id: 'VTEX',
  prefix: '/vtex',
  credentials,
  gatewayVariables: (url) => ({
    VTEX_PROVIDER_BASE_URL: url,
    VTEX_APP_KEY: credentials.appKey,
    VTEX_APP_TOKEN: credentials.appToken,
  }),
  sandboxIds: publish('payment', vtexRows),
  freshIds: { payment: freshPayments.nth },
  create: (clock) => createVtex({ clock, ...credentials }),
} as const satisfies EmulatedProvider;
