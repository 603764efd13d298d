import { describe, expect, it, type TestContext, vi } from 'vitest';
import { freshIds, startEmulator } from '../../src/emulator/index.ts';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { type GatewayProcess, refusesConnections, startProcess } from '../doubles/gateway-process.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { gatewayEnv } from '../world.ts';
import { cancellationByKey, cancelPayment } from './ask.ts';
import { until } from './time.ts';

/** A process takes its seconds to start where many others run. */
vi.setConfig({ testTimeout: 120_000 });

/** An emulator, and processes that talk to it; all gone after the test. */
async function setUp({ onTestFinished }: Pick<TestContext, 'onTestFinished'>) {
  const emulator = await startEmulator();
  onTestFinished(() => emulator.close());
  const env = { ...gatewayEnv(emulator), DATABASE_URL: freshDatabase() };
  const start = (more: NodeJS.ProcessEnv = {}): GatewayProcess => {
    const gateway = startProcess({ ...env, ...more });
    onTestFinished(() => void gateway.child.kill('SIGKILL'));
    return gateway;
  };
  return { emulator, start };
}

describe.concurrent('a process that is told to end', () => {
  it('answers the cancel in flight, then ends with 0', async (context) => {
    const { emulator, start } = await setUp(context);
    const gateway = start();
    await gateway.url;
    const hang = emulator.override({ method: 'PUT', answer: 'hang' });
    const answer = cancelPayment(gateway, { paymentId: freshIds.MERCADO_PAGO.payment(1) });
    await until(() => emulator.requests.length === 1);
    gateway.child.kill('SIGTERM');
    await until(() => refusesConnections(gateway));
    hang.release();
    expect(await answer).toMatchObject({ outcome: 'CANCELLED', cancellation: { settled: true } });
    expect(await gateway.exit).toEqual({ code: 0, signal: null });
  });
});

describe.concurrent('a process that is killed in the middle of a cancel', () => {
  it('leaves a record that the next start settles', async (context) => {
    const { emulator, start } = await setUp(context);
    const first = start();
    await first.url;
    emulator.override({ method: 'PUT', effect: 'after', answer: 'hang' });
    const input = { paymentId: freshIds.MERCADO_PAGO.payment(1), idempotencyKey: 'killed' };
    const answer = cancelPayment(first, input).catch(() => 'no answer');
    await until(() => emulator.requests.length === 1);
    first.child.kill('SIGKILL');
    expect(await answer).toBe('no answer');
    await first.exit;

    const second = start();
    await until(() => second.output().includes('"event":"cancellationSettled"'));
    expect(emulator.requests.map(({ method }) => method)).toEqual(['PUT', 'GET']);
    expect(await cancellationByKey(second, 'killed')).toMatchObject({
      outcome: 'CANCELLED',
      settled: true,
      errorCode: null,
      attempts: [
        { kind: 'CANCEL', durationMs: null, httpStatus: null },
        { kind: 'READ_BACK', httpStatus: 200 },
      ],
    });
    expect(await cancelPayment(second, input)).toMatchObject({ outcome: 'CANCELLED', replayed: true });
    expect(emulator.requests).toHaveLength(2);
  });
});

describe.concurrent('a bad configuration', () => {
  it('ends the process with 78 and a line for each mistake', async () => {
    const gateway = startProcess({
      NODE_ENV: 'test',
      PORT: 'seventy-thousand',
      HOST: '0.0.0.0',
      DATABASE_URL: 'mysql://user:hunter2@db/records',
      MERCADO_PAGO_BASE_URL: 'http://payments.example',
      MERCADO_PAGO_ACCESS_TOKEN: 'TEST-with a space',
      MERCADO_PAGO_TOKEN: 'TEST-misspelled',
      VTEX_APP_KEY: 'vtexappkey-canary',
      LOG_LEVEL: 'loud',
    });
    expect(await gateway.exit).toEqual({ code: 78, signal: null });
    const lines = gateway.output().trim().split('\n');
    expect(lines.map((line) => /^[A-Z_]+/.exec(line)?.[0]).sort()).toEqual([
      'DATABASE_URL',
      'HOST',
      'LOG_LEVEL',
      'MERCADO_PAGO_ACCESS_TOKEN',
      'MERCADO_PAGO_BASE_URL',
      'MERCADO_PAGO_TOKEN',
      'PORT',
      'VTEX_APP_TOKEN',
      'VTEX_PROVIDER_BASE_URL',
    ]);
    expect(gateway.output()).not.toMatch(/seventy|hunter2|payments\.example|with a space|misspelled|canary|loud/);
  });

  it.each([
    ['a folder', `file:${temporaryDirectory('folder')}`],
    // Where nothing can be made, not even by root.
    ['out of the way', 'file:/proc/x/y'],
  ])('is a store that is %s', async (_, DATABASE_URL) => {
    const gateway = startProcess({ NODE_ENV: 'test', PORT: '0', DATABASE_URL });
    expect(await gateway.exit).toEqual({ code: 78, signal: null });
    expect(gateway.output()).toMatch(/^DATABASE_URL names a store that cannot be opened \(E[A-Z]+\): .*\n$/);
  });

  it('is a file of records that another process has, until that ends', async (context) => {
    const { start } = await setUp(context);
    const first = start();
    await first.url;
    const second = start();
    expect(await second.exit).toEqual({ code: 78, signal: null });
    expect(second.output()).toMatch(
      /^DATABASE_URL names a store that cannot be opened \(EBUSY\): another gateway has it/m,
    );
    await first.kill();
    expect(await start().url).toMatch(/^http/);
  });

  it('that only production refuses is told once it runs', async (context) => {
    const { start } = await setUp(context);
    const gateway = start({ REPLICAS: '2' });
    await gateway.url;
    await vi.waitFor(() =>
      expect(gateway.output()).toMatch(/^Production would refuse this\. REPLICAS must be 1 beside a file/m),
    );
  });

  it('is what production without authentication is', async (context) => {
    const { emulator, start } = await setUp(context);
    const gateway = start({ NODE_ENV: 'production' });
    expect(await gateway.exit).toEqual({ code: 78, signal: null });
    expect(gateway.output()).toMatch(/^AUTH .*production/m);
    expect(gateway.output()).not.toContain(emulator.providers.MERCADO_PAGO.credentials.accessToken);
  });
});
