import { server, type Variant } from './variant.ts';

export const mercurius: Variant = {
  name: 'mercurius + jit',
  sameContract: true,
  dialect: 'contract',
  works: ['floor', 'read', 'cancel', 'error', 'list', 'bulk', 'unseen'],
  whole: true,
  start: ({ port, providerUrl }) => ({
    args: [server('mercurius')],
    env: { PORT: String(port), PROVIDER_URL: providerUrl, NODE_ENV: 'production' },
  }),
};
