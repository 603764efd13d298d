import { server, type Variant } from './variant.ts';

export const expressSdk: Variant = {
  name: 'express + official SDK',
  sameContract: false,
  dialect: 'rest',
  works: ['read', 'cancel', 'error', 'list', 'bulk'],
  whole: true,
  start: ({ port, providerUrl }) => ({
    args: [server('express-sdk')],
    env: { PORT: String(port), PROVIDER_URL: providerUrl, NODE_ENV: 'production' },
  }),
};
