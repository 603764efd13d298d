import type { ProviderDefinition } from './definition.ts';
import { mercadoPago } from './mercado-pago/index.ts';
import { vtex } from './vtex/index.ts';

/** The registration list: settings, forms of ids and the GraphQL enum follow from it. */
export const providerDefinitions: readonly ProviderDefinition[] = [mercadoPago, vtex];
