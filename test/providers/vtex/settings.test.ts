import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CancelCommand } from '../../../src/cancellation/provider.ts';
import { upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { vtex } from '../../../src/providers/vtex/index.ts';
import { type ProviderServer, startProvider } from '../../doubles/provider/server.ts';
import { create, terms } from '../adapter.ts';

const target: Target = { kind: 'payment', provider: 'VTEX', id: 'B2F246B3CE46469FBDD23039868E95D0' };
const key = upstreamKeyOf({ tenant: 'default', target, generation: 0 });
const command: CancelCommand = { target, key, spelling: null, authorizationId: null, reason: null, terms };
const settings = {
  VTEX_APP_KEY: 'key-1',
  VTEX_APP_TOKEN: 'token-1',
  VTEX_SANDBOX_MODE: false,
  VTEX_AUTH_HEADERS: 'vtex',
};

let server: ProviderServer;
beforeAll(async () => {
  server = await startProvider();
});
afterAll(() => server.close());

async function cancel(values: object) {
  const adapter = create(vtex, { ...settings, VTEX_PROVIDER_BASE_URL: server.url, ...values });
  server.next({ status: 501, body: { code: 'cancel-manually' } });
  await adapter.cancel(command);
  await adapter.close();
  return server.requests.at(-1);
}

describe('the settings of VTEX', () => {
  it('may leave out the path under which the provider is', async () => {
    expect((await cancel({}))?.url).toBe(`/payments/${target.id}/cancellations`);
  });

  it('name the headers of the credentials', async () => {
    const sent = await cancel({ VTEX_AUTH_HEADERS: 'provider' });
    expect(sent?.headers).toMatchObject({ 'x-provider-api-appkey': 'key-1', 'x-provider-api-apptoken': 'token-1' });
    expect(sent?.headers['x-vtex-api-appkey']).toBeUndefined();
  });

  it('tell the provider of a sandbox', async () => {
    expect(JSON.parse((await cancel({ VTEX_SANDBOX_MODE: true }))?.body ?? '')).toMatchObject({
      sandboxMode: true,
    });
    expect(JSON.parse((await cancel({}))?.body ?? '')).not.toHaveProperty('sandboxMode');
  });
});
