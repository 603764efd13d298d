import type { Provider as KnownProvider } from '../../cancellation/provider.ts';
import type { ProviderId } from '../../cancellation/target/target.ts';
import { enumType } from './enum-type.ts';

/**
 * Whose API is called: the enum of the providers that the schema is built for. Fields name it in a function, which is called
 * while a schema is built, so each schema has the values that were set last.
 */
export let Provider: Record<ProviderId, ProviderId> = {};

/** To be called before a schema is built. */
export function nameProviders(providers: readonly KnownProvider[]): void {
  const ids = providers.map(({ id }) => id);
  const values = Object.fromEntries(providers.map(({ id, description }) => [id, description]));
  Provider = enumType('Provider', ids, { description: 'Whose REST API is called.', values });
}
