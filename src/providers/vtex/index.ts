import { adapterOf } from '../data-source.ts';
import type { ProviderDefinition } from '../definition.ts';
import { documentedErrors } from '../error-row.ts';
import { paymentId } from './ids.ts';
import { payments } from './payments.data-source.ts';
import { protocolErrors } from './payments.errors.ts';

const id = 'VTEX';
const headerPrefixes: Readonly<Record<string, string>> = { vtex: 'X-VTEX-API', provider: 'X-PROVIDER-API' };

/**
 * The protocol gives a provider 20 s (https://developers.vtex.com/docs/api-reference/payment-provider-protocol, 2026-11-21);
 * five more are for the way there and back. A payment cannot be read, so an answer that still comes is worth the wait.
 */
const attemptMs = 25_000;

export const vtex: ProviderDefinition = {
  id,
  description: 'A payment provider that speaks the VTEX Payment Provider Protocol.',
  // The protocol knows no orders, and no way to ask for a payment.
  targets: { payment: { id: paymentId, readable: false, attemptMs, cancellableStatuses: [] } },
  settings: [
    { kind: 'url', name: 'VTEX_PROVIDER_BASE_URL', description: "Where the provider's API is, with its path prefix." },
    { kind: 'secret', name: 'VTEX_APP_KEY', description: 'The application key the provider knows.' },
    { kind: 'secret', name: 'VTEX_APP_TOKEN', description: 'The token that belongs to the application key.' },
    {
      kind: 'flag',
      name: 'VTEX_SANDBOX_MODE',
      default: false,
      description: 'Tells the provider that requests come from a sandbox.',
    },
    {
      kind: 'choice',
      name: 'VTEX_AUTH_HEADERS',
      choices: Object.keys(headerPrefixes),
      default: 'vtex',
      description: 'Names of the credential headers: X-VTEX-API-AppKey (vtex) or X-PROVIDER-API-AppKey (provider).',
    },
  ],
  documentedErrors: documentedErrors('payment', protocolErrors),
  create(settings, tools) {
    const headerPrefix = headerPrefixes[settings.text('VTEX_AUTH_HEADERS')];
    if (headerPrefix === undefined) throw new Error('VTEX_AUTH_HEADERS is none of its choices.');
    const account = {
      provider: id,
      baseUrl: settings.text('VTEX_PROVIDER_BASE_URL'),
      appKey: settings.secret('VTEX_APP_KEY'),
      appToken: settings.secret('VTEX_APP_TOKEN'),
      headerPrefix,
      sandboxMode: settings.flag('VTEX_SANDBOX_MODE'),
      tools,
    };
    return adapterOf({ payment: payments(account) });
  },
};
