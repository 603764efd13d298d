import type { ProviderId } from '../../cancellation/target/target.ts';
import { providerDefinitions } from '../../providers/registry.ts';
import { enumType } from './enum-type.ts';

const listed = providerDefinitions.map(({ id, description }) => ({ id, description }));

/** Follows from the registration list: this layer knows no provider by name. */
export const Provider: Record<ProviderId, ProviderId> = enumType(
  'Provider',
  listed.map(({ id }) => id),
  {
    description: 'Whose REST API is called.',
    values: Object.fromEntries(listed.map(({ id, description }) => [id, description])),
  },
);
