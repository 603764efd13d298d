import { mercadoPago } from './mercado-pago/index.ts';
import type { EmulatedProvider } from './provider.ts';
import { vtex } from './vtex/index.ts';

/** The registration list: routes, ids, a gateway's variables and reset follow from it. */
export const emulatedProviders = [mercadoPago, vtex] as const satisfies readonly EmulatedProvider[];

export type EmulatedProviders = typeof emulatedProviders;
