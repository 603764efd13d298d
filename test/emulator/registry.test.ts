import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type EmulatedProvider,
  emulatedProviders,
  gatewayVariables,
  sandboxIds,
  sandboxIdsOf,
  startEmulator,
} from '../../src/emulator/index.ts';
import { acme } from './acme.ts';

async function start<const Providers extends readonly EmulatedProvider[]>(providers: Providers) {
  const emulator = await startEmulator({ providers });
  onTestFinished(() => emulator.close());
  const say = async (path: string, method = 'GET') => (await fetch(`${emulator.url}${path}`, { method })).text();
  return { emulator, say };
}

describe('an emulator with one more provider', () => {
  it('answers below its prefix, and elsewhere as before', async () => {
    const { emulator, say } = await start([...emulatedProviders, acme]);
    expect(await say('/acme/charges/7?now=1')).toBe('/charges/7?now=1');
    expect(await say('/acmex/charges/7')).toContain('resource not found');
    expect(await say('/vtex/payments/7')).toContain('not-found');
    expect(emulator.requests[0]?.path).toBe('/acme/charges/7?now=1');
    expect(emulator.providers.ACME.cancelled).toEqual(['/charges/7?now=1']);
  });

  it('gives a gateway the variables of all of them', async () => {
    const { emulator } = await start([...emulatedProviders, acme]);
    expect(gatewayVariables(emulator)).toEqual({
      MERCADO_PAGO_BASE_URL: emulator.url,
      MERCADO_PAGO_ACCESS_TOKEN: emulator.providers.MERCADO_PAGO.credentials.accessToken,
      MERCADO_PAGO_ORDERS_ACCESS_TOKEN: emulator.providers.MERCADO_PAGO.credentials.ordersAccessToken,
      MERCADO_PAGO_WEBHOOK_SECRET: emulator.providers.MERCADO_PAGO.credentials.webhookSecret,
      VTEX_PROVIDER_BASE_URL: `${emulator.url}/vtex`,
      VTEX_APP_KEY: emulator.providers.VTEX.credentials.appKey,
      VTEX_APP_TOKEN: emulator.providers.VTEX.credentials.appToken,
      ACME_BASE_URL: `${emulator.url}/acme`,
      ACME_API_KEY: 'acme-key',
    });
  });

  it('names its ids after those of the others', () => {
    expect(sandboxIdsOf([...emulatedProviders, acme])).toEqual([
      ...sandboxIds,
      { provider: 'ACME', target: 'payment', id: 'acme-1', httpStatus: 200, code: null, description: 'Cancelled' },
    ]);
  });

  it('resets it, from the process and over HTTP', async () => {
    const { emulator, say } = await start([...emulatedProviders, acme]);
    for (const reset of [() => emulator.reset(), () => say('/__emulator/reset', 'POST')]) {
      await say('/acme/charges/7');
      expect(emulator.providers.ACME.cancelled).toHaveLength(1);
      await reset();
      expect(emulator.providers.ACME.cancelled).toEqual([]);
    }
  });

  it('overrides its answers', async () => {
    const { emulator, say } = await start([...emulatedProviders, acme]);
    emulator.override({ path: '/acme/*', answer: { body: 'overridden' } });
    expect(await say('/acme/charges/7')).toBe('overridden');
    expect(emulator.providers.ACME.cancelled).toEqual([]);
  });
});

describe('the list of providers', () => {
  it('gives a path to the longest prefix, in any order', async () => {
    const inner = { ...acme, id: 'INNER', prefix: '/acme/inner' } as const;
    for (const providers of [
      [acme, inner],
      [inner, acme],
    ] as const) {
      const { say } = await start(providers);
      expect(await say('/acme/inner/charges/7')).toBe('/charges/7');
      expect(await say('/acme/charges/7')).toBe('/charges/7');
    }
  });

  it('answers 404 where no provider is', async () => {
    const { say } = await start([acme]);
    expect(await say('/v1/payments/1')).toContain('No emulated provider answers here');
  });

  it.each([
    ['id', { ...acme, prefix: '/other' }, 'ACME'],
    ['prefix', { ...acme, id: 'OTHER' }, '/acme'],
  ])('refuses two providers with one %s', async (key, twin, value) => {
    await expect(startEmulator({ providers: [acme, twin] })).rejects.toThrow(
      `Two emulated providers have the ${key} "${value}".`,
    );
  });
});
