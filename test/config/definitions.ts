import type { ProviderDefinition, Setting } from '../../src/providers/definition.ts';

function definition(id: string, settings: readonly Setting[]): ProviderDefinition {
  return {
    id,
    description: id,
    targets: {},
    settings,
    documentedErrors: [],
    create() {
      throw new Error('not needed here');
    },
  };
}

const description = 'A setting.';

/** Two providers like the real ones, so that these tests do not change when a provider does. */
export const definitions: readonly ProviderDefinition[] = [
  definition('MERCADO_PAGO', [
    { name: 'MERCADO_PAGO_ACCESS_TOKEN', description, kind: 'secret', live: /^APP_USR-/ },
    {
      name: 'MERCADO_PAGO_ORDERS_ACCESS_TOKEN',
      description,
      kind: 'secret',
      live: /^APP_USR-/,
      standIn: 'MERCADO_PAGO_ACCESS_TOKEN',
    },
    { name: 'MERCADO_PAGO_BASE_URL', description, kind: 'url', default: 'https://api.mercadopago.com' },
  ]),
  definition('VTEX', [
    { name: 'VTEX_BASE_URL', description, kind: 'url' },
    { name: 'VTEX_APP_KEY', description, kind: 'secret' },
    { name: 'VTEX_APP_TOKEN', description, kind: 'secret' },
    { name: 'VTEX_SANDBOX_MODE', description, kind: 'flag', default: false },
    { name: 'VTEX_DIALECT', description, kind: 'choice', choices: ['v1', 'v2'], default: 'v1' },
  ]),
];
