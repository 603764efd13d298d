import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorld, type World } from '../world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const query =
  'query ($id: ID!) { payment(id: $id) { ... on Payment { cancelEligibility { allowed effect reason } } } }';

it.each([
  ['an unpaid boleto', '10000000005', 'ENDS_ATTEMPT'],
  ['an unpaid Pix', '10000000006', 'ENDS_ATTEMPT'],
  ['a card payment under review', '10000000003', 'UNKNOWN'],
  ['a card payment that waits for its issuer', '10000000001', 'UNKNOWN'],
  ['an authorized hold', '10000000002', 'RELEASES_HOLD'],
])('%s may be cancelled: %s, %s', async (_, id, effect) => {
  const { payment } = await world.ask<{ payment: unknown }>(query, { id });
  expect(payment).toEqual({ cancelEligibility: { allowed: true, effect, reason: null } });
});

it('a payment of an order is for its order to cancel', async () => {
  const { payment } = await world.ask<{ payment: unknown }>(query, { id: '10000000007' });
  const eligibility = { allowed: false, effect: 'RELEASES_HOLD', reason: 'CANCEL_THE_ORDER' };
  expect(payment).toEqual({ cancelEligibility: eligibility });
});
