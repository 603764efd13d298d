import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { startIssuer } from '../doubles/tokens.ts';
import { definitions } from './definitions.ts';

const vtex = { VTEX_BASE_URL: 'https://vtex.example/pay/', VTEX_APP_KEY: 'key', VTEX_APP_TOKEN: 'hunter2' };

describe('a correct environment', () => {
  it('needs no variable at all', () => {
    const config = readConfig({}, definitions);
    expect(config.databaseUrl.reveal()).toBe('file:./data/cancellations.db');
    expect(config).toEqual({
      host: '127.0.0.1',
      port: 4000,
      production: false,
      introspection: true,
      explorer: true,
      databaseUrl: config.databaseUrl,
      corsOrigins: [],
      auth: { mode: 'none' },
      logLevel: 'info',
      rateLimits: { cancels: 0, shopperCancels: 0, reads: 0, notFound: 0 },
      maxRequestsInFlight: 512,
      maxLiveConnections: 10_000,
      trustedDocuments: {
        mode: 'off',
        manifests: { texts: new Map(), manifests: 0, mistakes: [] },
        reread: expect.any(Function),
      },
      // By where the tests run.
      warnings: expect.any(Array),
      definitions,
      providers: [],
      tenancy: config.tenancy,
      rereadTenancy: config.rereadTenancy,
    });
  });

  it('counts empty variables as unset', () => {
    const env = { PORT: '', AUTH: '', VTEX_APP_KEY: '', VTEX_APP_TOKNE: '' };
    expect(readConfig(env, definitions)).toEqual({
      ...readConfig({}, definitions),
      trustedDocuments: { ...readConfig({}, definitions).trustedDocuments, reread: expect.any(Function) },
      rereadTenancy: expect.any(Function),
    });
  });

  it.each(['postgres://user:hunter2@db.example:5432/records', 'postgresql://db/x?sslmode=verify-full'])(
    'takes the database %s and keeps it to itself',
    (DATABASE_URL) => {
      const config = readConfig({ DATABASE_URL }, definitions);
      expect(config.databaseUrl.reveal()).toBe(DATABASE_URL);
      expect(inspect(config, { depth: 9, showHidden: true }) + JSON.stringify(config)).not.toContain(DATABASE_URL);
    },
  );

  it('limits what a developer asks for only when told', () => {
    const env = { RATE_LIMIT_CANCELS_PER_MINUTE: '7', RATE_LIMIT_NOT_FOUND_PER_MINUTE: '3' };
    expect(readConfig(env, definitions).rateLimits).toEqual({ cancels: 7, shopperCancels: 0, reads: 0, notFound: 3 });
  });

  it('limits callers who are authenticated', async () => {
    const { env } = await startIssuer();
    const usual = { cancels: 60, shopperCancels: 5, reads: 600, notFound: 20 };
    expect(readConfig(env, definitions).rateLimits).toEqual(usual);
    expect(readConfig({ ...env, RATE_LIMIT_READS_PER_MINUTE: '0' }, definitions).rateLimits.reads).toBe(0);
  });

  it('lists the origins', () => {
    const { corsOrigins } = readConfig({ CORS_ORIGINS: 'https://a.example, http://localhost:3000,' }, definitions);
    expect(corsOrigins).toEqual(['https://a.example', 'http://localhost:3000']);
  });

  it.each(['::1', 'localhost', '127.8.8.8'])('listens on the loopback host %s', (HOST) => {
    expect(readConfig({ HOST }, definitions).host).toBe(HOST);
  });

  it('gives a provider its settings, with defaults', () => {
    const [provider, ...others] = readConfig({ ...vtex, VTEX_SANDBOX_MODE: '1' }, definitions).providers;
    expect(others).toEqual([]);
    expect(provider?.definition.id).toBe('VTEX');
    expect(provider?.settings.text('VTEX_BASE_URL')).toBe('https://vtex.example/pay');
    expect(provider?.settings.text('VTEX_DIALECT')).toBe('v1');
    expect(provider?.settings.flag('VTEX_SANDBOX_MODE')).toBe(true);
    expect(provider?.settings.secret('VTEX_APP_TOKEN').reveal()).toBe('hunter2');
  });

  it.each([
    [{}, 'TEST-1'],
    [{ MERCADO_PAGO_ORDERS_ACCESS_TOKEN: 'TEST-2' }, 'TEST-2'],
    [{ MERCADO_PAGO_ORDERS_ACCESS_TOKEN: '' }, 'TEST-1'],
  ])('lets one secret stand in for another: %o', (env, orders) => {
    const [provider] = readConfig({ MERCADO_PAGO_ACCESS_TOKEN: 'TEST-1', ...env }, definitions).providers;
    expect(provider?.settings.secret('MERCADO_PAGO_ACCESS_TOKEN').reveal()).toBe('TEST-1');
    expect(provider?.settings.secret('MERCADO_PAGO_ORDERS_ACCESS_TOKEN').reveal()).toBe(orders);
  });

  it('throws when code asks for a setting of another kind', () => {
    const [provider] = readConfig(vtex, definitions).providers;
    expect(() => provider?.settings.text('VTEX_APP_TOKEN')).toThrow(TypeError);
    expect(() => provider?.settings.flag('VTEX_BASE_URL')).toThrow(TypeError);
    expect(() => provider?.settings.secret('VTEX_UNHEARD_OF')).toThrow(TypeError);
  });

  it.each(['https://10.1.2.3', 'https://[fd00::1]:8443', 'https://payments.shop.svc.cluster.local'])(
    'takes a provider inside the own network, such as %s',
    (VTEX_BASE_URL) => {
      const [provider] = readConfig({ ...vtex, VTEX_BASE_URL }, definitions).providers;
      expect(provider?.settings.text('VTEX_BASE_URL')).toBe(VTEX_BASE_URL);
    },
  );

  it('prints no secret', () => {
    const config = readConfig(vtex, definitions);
    const secret = config.providers[0]?.settings.secret('VTEX_APP_TOKEN');
    expect(inspect(config, { depth: 9, showHidden: true }) + JSON.stringify(config) + String(secret)).not.toContain(
      'hunter2',
    );
  });

  it.each([
    { MERCADO_PAGO_BASE_URL: 'http://127.0.0.1:9000' },
    { MERCADO_PAGO_BASE_URL: 'http://localhost:9000' },
    { MERCADO_PAGO_BASE_URL: 'http://[::1]:9000' },
    { ALLOW_LIVE_IN_DEV: '1' },
  ])('takes a live credential in development with %o', (env) => {
    const config = readConfig({ MERCADO_PAGO_ACCESS_TOKEN: 'APP_USR-1', ...env }, definitions);
    expect(config.providers).toHaveLength(1);
  });
});
