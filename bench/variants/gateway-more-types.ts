import { gateway, gatewayInFiles } from './gateway.ts';
import { gatewayWith } from './replaced.ts';
import type { Variant } from './variant.ts';

/** Whether requests cost more when the schema has a thousand types that they do not ask for. */
export const gatewayMoreTypes: Variant = {
  ...gateway,
  name: 'this gateway, 1 000 more types',
  works: ['read'],
  whole: false,
  beside: { variant: gatewayInFiles, work: 'read' },
  start: gatewayWith('graphql/server/schema.js', 'wider-schema', { WIDER: 'types' }),
};
