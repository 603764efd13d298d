import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorld, type World } from '../world.ts';
import { post } from './ask.ts';
import { type IdentityProvider, opaqueAudience, startIdentityProvider } from './identity-provider.ts';

const audience = 'https://cancellations.example';
let provider: IdentityProvider;
let world: World;
beforeAll(async () => {
  provider = await startIdentityProvider();
  const { issuer } = provider;
  const settings = { AUTH_JWKS_URL: `${issuer}/jwks`, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience };
  world = await startWorld({ env: { AUTH: 'jwt', ...settings } });
});
afterAll(async () => {
  await world.close();
  await provider.stop();
});

async function ask(token: string, query = '{ payment(id: "10000000001") { __typename } }') {
  const { status, body } = await post(world.url, { query }, { authorization: `Bearer ${token}` });
  return { status, code: body.errors?.[0]?.extensions.code ?? null, data: body.data };
}

async function readiness(): Promise<number> {
  return (await fetch(world.url.replace('/graphql', '/readyz'))).status;
}

it('a client of a real provider gets in with its credentials', async () => {
  const token = await provider.token('payments:read payments:cancel', audience);
  expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) });
  expect(decodeJwt(token)).toMatchObject({ sub: 'back-office', scope: 'payments:read payments:cancel' });
  const query =
    'mutation { cancelPayment(input: { paymentId: "10000000001" }) { outcome cancellation { requestedBy } } }';
  expect(await ask(token, query)).toEqual({
    status: 200,
    code: null,
    data: { cancelPayment: { outcome: 'CANCELLED', cancellation: { requestedBy: 'back-office' } } },
  });
});

it('a client is held to the scopes it asked for', async () => {
  const token = await provider.token('payments:cancel', audience);
  expect(await ask(token)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});

it.each([
  ['for another API', 'https://another.example'],
  ['that is a reference', opaqueAudience],
])('a token %s is none', async (_, other) => {
  const token = await provider.token('payments:read', other);
  expect(await ask(token)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});

it('a provider that changes its keys is followed', async () => {
  const old = await provider.token('payments:read', audience);
  await provider.rotateKeys();
  const token = await provider.token('payments:read', audience);
  world.clock.jump(30_000);
  expect((await ask(token)).status).toBe(200);
  expect((await ask(old)).status).toBe(401);
});

it('a provider that is stopped keeps nobody out for six hours', async () => {
  const token = await provider.token('payments:read', audience);
  await provider.stop();
  world.clock.jump(50 * 60_000);
  expect([(await ask(token)).status, await readiness()]).toEqual([200, 200]);
  world.clock.jump(6 * 60 * 60_000);
  expect(await ask(token)).toMatchObject({ status: 503, code: 'AUTHENTICATION_UNAVAILABLE' });
  expect(await readiness()).toBe(503);
});
