import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { type Claims, type Issuer, startIssuer } from '../doubles/tokens.ts';
import { startWorld, type World } from '../world.ts';
import { post } from './ask.ts';
import { listing, shopperClaims } from './shopper-paths.ts';

let issuer: Issuer;
let world: World;
beforeAll(async () => {
  issuer = await startIssuer();
  const limits = { RATE_LIMIT_CANCELS_PER_MINUTE: '2', RATE_LIMIT_SHOPPER_CANCELS_PER_MINUTE: '1' };
  world = await startWorld({ env: { ...issuer.env, ...limits } });
});
afterAll(() => world.close());

async function statusesOf(claims: Claims, payments: readonly number[]): Promise<number[]> {
  const statuses = [];
  for (const n of payments) {
    const query = `mutation { cancelPayment(input: { paymentId: "${freshIds.MERCADO_PAGO.payment(n)}" }) { outcome } }`;
    statuses.push((await post(world.url, { query }, await issuer.bearer(claims))).status);
  }
  return statuses;
}

it('each subject of the back office has a limit of its own', async () => {
  const scope = 'payments:cancel';
  expect(await statusesOf({ sub: 'ada', scope }, [8_101, 8_102, 8_103])).toEqual([200, 200, 429]);
  expect(await statusesOf({ sub: 'bea', scope }, [8_104])).toEqual([200]);
});

it('a new token of a subject is no new limit', async () => {
  const scope = 'payments:cancel';
  expect(await statusesOf({ sub: 'cleo', scope, jti: '1' }, [8_105, 8_106])).toEqual([200, 200]);
  expect(await statusesOf({ sub: 'cleo', scope, jti: '2' }, [8_107])).toEqual([429]);
});

it('a shopper has the limit of shoppers', async () => {
  const ids = [8_108, 8_109].map((n) => freshIds.MERCADO_PAGO.payment(n));
  expect(await statusesOf(shopperClaims('dina', listing('payment', ...ids)), [8_108, 8_109])).toEqual([200, 429]);
  expect(world.emulator.requests.filter(({ path }) => path.includes(ids[1] ?? '-'))).toEqual([]);
});
