import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CancelCommand, ProviderAdapter } from '../../../src/cancellation/provider.ts';
import { upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
import { type ProviderServer, startProvider } from '../../doubles/provider/server.ts';
import { create, terms } from '../adapter.ts';
import { vtexPayments } from './payments.fixtures.ts';

const { definition, settings, target } = vtexPayments;
const key = upstreamKeyOf({ tenant: 'default', target, generation: 0 });
const command: CancelCommand = { target, key, spelling: null, authorizationId: null, reason: null, terms };

let server: ProviderServer;
let adapter: ProviderAdapter;
let told: string[];

beforeEach(async () => {
  told = [];
  server = await startProvider();
  const leavesOut = (api: string, field: string) => told.push(`${api} ${field}`);
  adapter = create(definition, settings(server.url), { leavesOut });
});
afterEach(async () => {
  await adapter.close();
  await server.close();
});

async function cancels(status: number, body: object): Promise<void> {
  server.next({ status, body });
  await adapter.cancel(command);
}

it.each([200, 400, 500])('a request that is left out is told once, first under %i', async (status) => {
  for (const _ of [1, 2, 3]) await cancels(status, { paymentId: target.id, cancellationId: 'c' });
  expect(told).toEqual(['payments requestId']);
});

it('nothing is told of answers that name both ids, none, or others', async () => {
  await cancels(200, vtexPayments.cancelled);
  await cancels(200, { requestId: 'x' });
  await cancels(200, { cancellationId: 'c' });
  await cancels(401, { code: 'unauthorized' });
  await cancels(200, { paymentId: 'F'.repeat(32), cancellationId: 'c' });
  expect(told).toEqual([]);
});
