import { gateway } from './gateway.ts';
import { gatewayWith } from './replaced.ts';
import type { Variant } from './variant.ts';

/** What the durable record costs is the difference to this one, whose records are in memory. */
export const gatewayWithoutRecord: Variant = {
  ...gateway,
  name: 'this gateway, no durable record',
  works: ['cancel', 'bulk'],
  whole: false,
  start: gatewayWith('store/open-store.js', 'memory-store'),
};
