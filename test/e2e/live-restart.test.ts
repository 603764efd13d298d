import { WebSocket } from 'undici';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { liveSocket } from '../../examples/clients/live-socket.ts';
import { freshIds } from '../../src/emulator/index.ts';
import { type CuttingProxy, startCuttingProxy } from '../clients/cutting-proxy.ts';
import { follow } from '../doubles/live-client.ts';
import { startWorld, type World } from '../world.ts';
import { cancelPayment } from './ask.ts';
import { hurry, until } from './time.ts';

let world: World;
/** Where clients find the gateway: nobody is there from the end of one until the next is shown. */
let address: string;
let proxy: CuttingProxy;
beforeAll(async () => {
  vi.stubGlobal('WebSocket', WebSocket);
  // The shortest of the pauses that graphql-ws may make.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  world = await startWorld();
  address = world.url;
  proxy = await startCuttingProxy(() => address);
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await proxy.close();
  await world.close();
});

it('a subscriber comes back after a restart, though its first attempt is refused', async () => {
  world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
  const away = world.emulator.override({ method: 'GET', times: 99, answer: { status: 500 } });
  const answer = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(64_000) }));
  const id = answer.cancellation?.id;
  expect(answer).toMatchObject({ outcome: 'UNKNOWN' });

  const closed: number[] = [];
  let refused = 0;
  const client = liveSocket(proxy.url, async () => 'token');
  client.on('closed', (event) => closed.push((event as { code: number }).code));
  client.on('error', () => {
    refused += 1;
  });
  const heard = follow(client, { id });
  await until(() => heard.updates.length > 0);
  await world.restart();
  await until(() => refused === 1);
  expect(closed[0]).toBe(1012);

  address = world.url;
  const before = heard.updates.length;
  await until(() => heard.updates.length > before || heard.end !== 'open');
  expect(heard.updates.at(-1)).toMatchObject({ id, settled: false });
  away.release();
  world.emulator.reset();
  world.clock.jump(60_000);
  await hurry(
    world,
    until(() => heard.end !== 'open'),
  );
  expect(heard).toMatchObject({ end: 'completed', errors: [] });
  expect(heard.updates.at(-1)).toMatchObject({ settled: true });
});
