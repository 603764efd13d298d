import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { follow, liveClient } from '../doubles/live-client.ts';
import { startWorld, type World } from '../world.ts';
import { cancelPayment } from './ask.ts';
import { hurry, until } from './time.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

it('a gateway that stops sends its subscribers to the next, which tells them the outcome', async () => {
  world.emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
  const away = world.emulator.override({ method: 'GET', times: 99, answer: { status: 500 } });
  const answer = await hurry(world, cancelPayment(world, { paymentId: freshIds.MERCADO_PAGO.payment(64_000) }));
  const id = answer.cancellation?.id;
  expect(answer).toMatchObject({ outcome: 'UNKNOWN' });

  const closed: number[] = [];
  const url = () => world.url.replace('http', 'ws');
  const retryWait = () => new Promise<void>((resolve) => setTimeout(resolve, 20));
  const client = liveClient(world.url, { url, retryAttempts: 1_000, retryWait, shouldRetry: () => true });
  client.on('closed', (event) => closed.push((event as { code: number }).code));
  const heard = follow(client, { id });
  await until(() => heard.updates.length > 0);
  await world.restart();
  expect(closed[0]).toBe(1012);

  const before = heard.updates.length;
  await until(() => heard.updates.length > before);
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
