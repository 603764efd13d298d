import { server, type Variant } from './variant.ts';

export const apollo: Variant = {
  name: 'Apollo Server + RESTDataSource',
  sameContract: true,
  dialect: 'contract',
  works: ['floor', 'read', 'cancel', 'error', 'list', 'bulk', 'unseen'],
  whole: true,
  start: ({ port, providerUrl }) => ({
    args: [server('apollo')],
    env: { PORT: String(port), PROVIDER_URL: providerUrl, NODE_ENV: 'production' },
  }),
};
