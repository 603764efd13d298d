import type { Emulator } from './emulator.ts';

/** The environment variables that point a gateway at this emulator. */
export function gatewayVariables({ mercadoPagoUrl, vtexUrl, credentials }: Emulator): Record<string, string> {
  return {
    MERCADO_PAGO_BASE_URL: mercadoPagoUrl,
    MERCADO_PAGO_ACCESS_TOKEN: credentials.accessToken,
    VTEX_PROVIDER_BASE_URL: vtexUrl,
    VTEX_APP_KEY: credentials.vtexAppKey,
    VTEX_APP_TOKEN: credentials.vtexAppToken,
  };
}

/**
 * Where a gateway keeps its records of an emulator: what was cancelled there must never be taken for a cancellation at a
 * real provider, which has ids of its own.
 */
export const recordsOfEmulator = { DATABASE_URL: 'file:./data/playground.db' };
