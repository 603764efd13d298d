import { expect, it } from 'vitest';
import { configured } from '../../src/lifecycle.ts';

it('secrets are wiped from the environment once they are read', () => {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    DATABASE_URL: 'postgres://user:hunter2@db.example/records',
    MERCADO_PAGO_ACCESS_TOKEN: 'TEST-hunter2',
    MERCADO_PAGO_ORDERS_ACCESS_TOKEN: 'TEST-hunter2-orders',
    VTEX_APP_KEY: 'hunter2-key',
    VTEX_APP_TOKEN: 'hunter2-token',
    VTEX_PROVIDER_BASE_URL: 'https://vtex.example',
  };
  const config = configured(env, []);
  expect(env).toEqual({ NODE_ENV: 'test', VTEX_PROVIDER_BASE_URL: 'https://vtex.example' });
  expect(config?.providers.map(({ definition }) => definition.id)).toEqual(['MERCADO_PAGO', 'VTEX']);
  expect(config?.rereadTenancy().providers.get('default')).toHaveLength(2);
});
