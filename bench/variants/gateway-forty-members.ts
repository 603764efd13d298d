import { gateway, gatewayInFiles } from './gateway.ts';
import { gatewayWith } from './replaced.ts';
import type { Variant } from './variant.ts';

/** Whether requests cost more when `PaymentResult` has forty members and the document names them all. */
export const gatewayFortyMembers: Variant = {
  ...gateway,
  name: 'this gateway, a union of forty',
  works: ['forty members'],
  whole: false,
  beside: { variant: gatewayInFiles, work: 'eight members' },
  start: gatewayWith('graphql/server/schema.js', 'wider-schema', { WIDER: 'members' }),
};
