import { connect } from 'node:net';
import { expect, it, type TestContext, vi } from 'vitest';
import { freshIds, startEmulator } from '../../src/emulator/index.ts';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { gatewayEnv } from '../world.ts';
import { cancellationByKey, cancelPayment } from './ask.ts';
import { refusesConnections, startProcess } from './gateway-process.ts';
import { until } from './time.ts';

/** A process takes its seconds to start where many others run. */
vi.setConfig({ testTimeout: 120_000 });

const mortalStoreThread = new URL('./mortal-store-thread.mjs', import.meta.url).href;

/** An emulator, and gateways whose store thread SIGUSR2 ends; all gone after the test. */
async function setUp({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const emulator = await startEmulator();
  onTestFinished(() => emulator.close());
  const NODE_OPTIONS = `--import ${mortalStoreThread}`;
  const env = { ...gatewayEnv(emulator), DATABASE_URL: freshDatabase(), NODE_OPTIONS };
  const start = async () => {
    const gateway = startProcess(env);
    onTestFinished(() => void gateway.child.kill('SIGKILL'));
    await gateway.url;
    return gateway;
  };
  return { emulator, start };
}

function events(output: string): string[] {
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).event);
}

it('answers what runs, ends with 70, and leaves the rest to the next start', async (context) => {
  const { emulator, start } = await setUp(context);
  const first = await start();
  const hang = emulator.override({ method: 'PUT', answer: 'hang' });
  const input = { paymentId: freshIds.MERCADO_PAGO.payment(1), idempotencyKey: 'thread' };
  const answer = cancelPayment(first, input);
  await until(() => emulator.requests.length === 1);
  first.child.kill('SIGUSR2');
  await until(() => events(first.output()).includes('storeDied'));
  await until(() => refusesConnections(first));
  hang.release();
  expect(await answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
  expect(await first.exit).toEqual({ code: 70, signal: null });
  expect(events(first.output()).filter((event) => event === 'storeDied')).toHaveLength(1);

  const second = await start();
  await until(async () => (await cancellationByKey(second, 'thread'))?.settled === true);
  expect(await cancellationByKey(second, 'thread')).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
  expect(await cancelPayment(second, input)).toMatchObject({ outcome: 'CANCELLED', replayed: true });
  expect(emulator.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

it('cuts off after its eight seconds what does not end', async (context) => {
  const { start } = await setUp(context);
  const gateway = await start();
  const { hostname, port } = new URL(await gateway.url);
  const unfinished = connect(Number(port), hostname);
  let answer = '';
  unfinished.on('data', (chunk) => {
    answer += chunk;
  });
  unfinished.on('error', () => undefined);
  const headers = ['host: gateway', 'content-type: application/json', 'content-length: 100'];
  unfinished.write(`POST /graphql HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n{`);
  // Whoever asks after it is answered after it has arrived.
  await gateway.ask('{ __typename }');
  gateway.child.kill('SIGUSR2');
  expect(await gateway.exit).toEqual({ code: 70, signal: null });
  // Left alone, the request would have been refused after fifteen seconds.
  expect(answer).toBe('');
});
