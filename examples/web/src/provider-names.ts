import type { Provider } from './generated/documents.ts';

/** As they write themselves. */
export const providerNames: Readonly<Record<Provider, string>> = { MERCADO_PAGO: 'Mercado Pago', VTEX: 'VTEX' };
