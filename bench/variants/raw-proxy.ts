import { server, type Variant } from './variant.ts';

export const rawProxy: Variant = {
  name: 'raw proxy, no GraphQL',
  sameContract: false,
  dialect: 'rest',
  works: ['read', 'cancel', 'error'],
  whole: true,
  start: ({ port, providerUrl }) => ({
    args: [server('raw-proxy')],
    env: { PORT: String(port), PROVIDER_URL: providerUrl, NODE_ENV: 'production' },
  }),
};
