import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, type TestContext, vi } from 'vitest';
import { freshIds, startEmulator } from '../../src/emulator/index.ts';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { type GatewayProcess, refusesConnections, startProcess } from '../doubles/gateway-process.ts';
import { gatewayEnv } from '../world.ts';
import { cancellationByKey, cancelPayment } from './ask.ts';
import { until } from './time.ts';

/*
 * A process takes its seconds to start where many others run. Each test has its own, and waits for it rather than for the
 * processor: they run side by side.
 */
vi.setConfig({ testTimeout: 120_000 });

const mortalStoreThread = './mortal-store-thread.mjs';

/** An emulator, and gateways whose store thread SIGUSR2 ends, with what else is wrong; all gone after the test. */
async function setUp({ onTestFinished }: Pick<TestContext, 'onTestFinished'>, ...faults: string[]) {
  const emulator = await startEmulator();
  onTestFinished(() => emulator.close());
  const loaded = [mortalStoreThread, ...faults].map((file) => `--import ${new URL(file, import.meta.url).href}`);
  const NODE_OPTIONS = loaded.join(' ');
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

it.concurrent('answers what runs, ends with 70, and leaves the rest to the next start', async (context) => {
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

/** Milliseconds since 1970 at which the log tells of it. */
function toldAt(output: string, event: string): number {
  const line = output.split('\n').find((line) => line.includes(`"event":"${event}"`));
  return Date.parse(JSON.parse(line ?? '{}').time);
}

function post(body: string, sent: string): string {
  const headers = ['host: gateway', 'content-type: application/json', `content-length: ${body.length}`];
  return `POST /graphql HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n${sent}`;
}

/** A request on a connection that was used before; all of it has arrived but its end. */
async function begunRequest(gateway: GatewayProcess, query: string) {
  const { hostname, port } = new URL(await gateway.url);
  const connection = connect(Number(port), hostname);
  connection.on('error', () => undefined);
  const before = JSON.stringify({ query: '{ __typename }' });
  connection.write(post(before, before));
  await once(connection, 'data');
  let answer = '';
  connection.on('data', (chunk) => {
    answer += chunk;
  });
  const body = JSON.stringify({ query });
  connection.write(post(body, body.slice(0, -1)));
  // Whoever asks after it is answered after it has arrived.
  await gateway.ask('{ __typename }');
  return {
    answer: () => answer,
    async end() {
      connection.write(body.slice(-1));
      await once(connection, 'close');
      return JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')));
    },
  };
}

it.concurrent('sends nothing for whoever still asks on an open connection', async (context) => {
  const { emulator, start } = await setUp(context);
  const gateway = await start();
  const paymentId = freshIds.MERCADO_PAGO.payment(1);
  const fields = 'outcome nextAction errorCode';
  const { end } = await begunRequest(
    gateway,
    `mutation { cancelPayment(input: { paymentId: "${paymentId}" }) { ${fields} } }`,
  );
  gateway.child.kill('SIGUSR2');
  await until(() => events(gateway.output()).includes('storeDied'));
  await until(() => refusesConnections(gateway));
  const told = { outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', errorCode: 'INTERNAL_ERROR' };
  expect(await end()).toEqual({ data: { cancelPayment: told } });
  expect(await gateway.exit).toEqual({ code: 70, signal: null });
  expect(emulator.requests).toEqual([]);
});

it.concurrent('cuts off after its eight seconds what does not end', async (context) => {
  const { start } = await setUp(context);
  const gateway = await start();
  const { answer } = await begunRequest(gateway, '{ __typename }');
  gateway.child.kill('SIGUSR2');
  expect(await gateway.exit).toEqual({ code: 70, signal: null });
  expect(Date.now() - toldAt(gateway.output(), 'storeDied')).toBeGreaterThan(7_000);
  // Left alone, the request would have been refused after fifteen seconds.
  expect(answer()).toBe('');
});

it.concurrent('ends with 70 also while it is being stopped', async (context) => {
  const { emulator, start } = await setUp(context);
  const gateway = await start();
  const hang = emulator.override({ method: 'PUT', answer: 'hang' });
  const answer = cancelPayment(gateway, { paymentId: freshIds.MERCADO_PAGO.payment(1), idempotencyKey: 'stopping' });
  await until(() => emulator.requests.length === 1);
  gateway.child.kill('SIGTERM');
  await until(() => refusesConnections(gateway));
  gateway.child.kill('SIGUSR2');
  await until(() => events(gateway.output()).includes('storeDied'));
  hang.release();
  expect(await answer).toMatchObject({ outcome: 'CANCELLED', errorCode: null });
  expect(await gateway.exit).toEqual({ code: 70, signal: null });
});

it.concurrent('ends with 70 also where its web server cannot be closed', async (context) => {
  const { start } = await setUp(context, './unclosable-web-server.mjs');
  const gateway = await start();
  gateway.child.kill('SIGUSR2');
  expect(await gateway.exit).toEqual({ code: 70, signal: null });
  expect(events(gateway.output()).slice(-2)).toEqual(['storeDied', 'unexpectedError']);
});
