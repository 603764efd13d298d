import { join } from 'node:path';
import { command } from '../../test/packaging/dockerfile.ts';
import type { Place, Start, Variant } from './variant.ts';

/** As the image starts it, with everything on that production has on. */
export const gateway: Variant = {
  name: 'this gateway',
  sameContract: true,
  dialect: 'contract',
  works: ['floor', 'read', 'cancel', 'error', 'list', 'bulk', 'unseen'],
  authenticates: true,
  whole: true,
  start: (place) => startOfGateway(place, 'dist/bundle/gateway.js'),
};

/** In single files, of which a profile can tell the rooms, and one can be replaced. */
export const gatewayInFiles: Variant = { ...gateway, start: (place) => startOfGateway(place, 'dist/main.js') };

/**
 * What an operator would set; the log goes to standard output, which leads nowhere. Not NODE_ENV=production, since that
 * wants TLS to the provider, which nobody else here has. Nothing is off: the limits are out of reach.
 */
function startOfGateway({ port, providerUrl, folder, issuer }: Place, entry: string): Start {
  const limit = '1000000';
  return {
    args: [...command.slice(1, -1), entry],
    env: {
      ...issuer,
      NODE_ENV: 'development',
      INTROSPECTION: 'false',
      EXPLORER: 'false',
      PORT: String(port),
      DATABASE_URL: `file:${join(folder, 'cancellations.db')}`,
      MERCADO_PAGO_BASE_URL: providerUrl,
      MERCADO_PAGO_ACCESS_TOKEN: 'TEST-bench',
      RATE_LIMIT_CANCELS_PER_MINUTE: limit,
      RATE_LIMIT_READS_PER_MINUTE: limit,
      RATE_LIMIT_NOT_FOUND_PER_MINUTE: limit,
    },
  };
}
