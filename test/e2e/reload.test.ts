import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { freshIds, startEmulator } from '../../src/emulator/index.ts';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { startProcess } from '../doubles/gateway-process.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { gatewayEnv, startWorld } from '../world.ts';
import { cancellation, cancellationByKey, cancelPayment } from './ask.ts';
import { type SceneOptions, startTenants } from './tenants-scene.ts';
import { until } from './time.ts';

vi.setConfig({ testTimeout: 60_000 });

let n = 40_000;
const payment = () => freshIds.MERCADO_PAGO.payment(n++);

async function sceneFor(options: SceneOptions = {}) {
  const scene = await startTenants(options);
  onTestFinished(() => scene.close());
  const told = (event: string) =>
    scene.log.filter((line) => line.includes(`"${event}"`)).map((line) => JSON.parse(line));
  return { ...scene, scene, told };
}

describe('new credentials', () => {
  it('are taken under load without losing a request', async () => {
    const { scene, told } = await sceneFor();
    const { MERCADO_PAGO } = scene.emulator.providers;
    const cancelSome = (wave: number) =>
      Array.from({ length: 25 }, () =>
        cancelPayment(scene.as('acme', { sub: `wave ${wave}` }), { paymentId: payment() }),
      );
    await scene.as('bolt').ask(`{ payment(id: "${payment()}") { __typename } }`);
    const hang = scene.emulator.override({ method: 'PUT', times: 5, answer: 'hang' });
    const before = cancelSome(1);
    await until(() => scene.emulator.requests.length >= 20);

    scene.grant('acme', 'TEST-rotated', '11');
    const [reloaded, during] = [scene.reload(), cancelSome(2)];
    await reloaded;
    hang.release();
    const answers = await Promise.all([...before, ...during]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(Array(50).fill('CANCELLED'));

    MERCADO_PAGO.revoke('TEST-of-acme');
    const seen = scene.emulator.requests.length;
    expect((await Promise.all(cancelSome(3))).map(({ outcome }) => outcome)).toEqual(Array(25).fill('CANCELLED'));
    const later = scene.emulator.requests.slice(seen).map(({ headers }) => headers['authorization']);
    expect(new Set(later)).toEqual(new Set(['Bearer TEST-rotated']));
    expect(told('reloaded')).toMatchObject([{ tenants: 3, changed: 1 }]);
    expect(told('accountChanged')).toEqual([]);
    expect(scene.log.join()).not.toContain('TEST-');
  });

  it('are noticed where nobody says so, once their file has stayed as it is', async () => {
    const clock = new VirtualClock(Date.now()).run();
    onTestFinished(() => clock.stop());
    const { scene, told } = await sceneFor({ clock });
    scene.grant('acme', 'TEST-found', '11');
    await until(() => {
      clock.jump(2_000);
      return told('reloaded').length > 0;
    });
    await scene.as('acme').ask(`{ payment(id: "${payment()}") { __typename } }`);
    expect(scene.tokensSent()).toEqual(['Bearer TEST-found']);
  });

  it('of another account leave the records of the first alone', async () => {
    const { scene, told } = await sceneFor({ reconciling: false });
    const paymentId = payment();
    scene.emulator.override({ method: 'PUT', times: 9, answer: { status: 500, body: {} } });
    scene.emulator.override({ method: 'GET', times: 9, answer: { status: 500, body: {} } });
    const open = await cancelPayment(scene.as('acme'), { paymentId, idempotencyKey: 'before' });
    expect(open).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT' });

    scene.grant('acme', 'TEST-of-another', '33');
    await scene.reload();
    expect(told('accountChanged')).toMatchObject([{ tenant: 'acme', provider: 'MERCADO_PAGO' }]);
    const seen = scene.emulator.requests.length;
    expect(await cancellation(scene.as('acme'), open.cancellation?.id ?? '')).toMatchObject({ outcome: 'UNKNOWN' });
    expect(scene.emulator.requests).toHaveLength(seen);
    const again = await cancelPayment(scene.as('acme'), { paymentId, idempotencyKey: 'before' });
    expect(again).toMatchObject({ errorCode: 'IDEMPOTENCY_KEY_ALREADY_USED' });
    expect(scene.emulator.requests).toHaveLength(seen);
  });
});

describe('a file with a mistake', () => {
  it('changes nothing, and each mistake is told', async () => {
    const { scene, told } = await sceneFor();
    scene.writeTenants({ tenants: { acme: { MERCADO_PAGO_TOKEN: 'hunter2' }, Bolt: {} } });
    await scene.reload();
    expect(told('reloadFailed').map(({ mistake }) => mistake)).toEqual([
      expect.stringMatching(/^TENANTS_FILE, acme: MERCADO_PAGO_TOKEN is unknown/),
      expect.stringMatching(/^TENANTS_FILE, Bolt is no name/),
    ]);
    expect(scene.log.join()).not.toContain('hunter2');
    const answer = await cancelPayment(scene.as('acme'), { paymentId: payment() });
    expect(answer).toMatchObject({ outcome: 'CANCELLED' });
  });

  it('of one tenant alone keeps no other from new credentials', async () => {
    const { scene, told } = await sceneFor();
    const { url: MERCADO_PAGO_BASE_URL } = scene.emulator.providers.MERCADO_PAGO;
    const of = (file: string) => ({ MERCADO_PAGO_BASE_URL, MERCADO_PAGO_ACCESS_TOKEN_FILE: file });
    scene.grant('bolt', 'TEST-rotated', '22');
    scene.emulator.providers.MERCADO_PAGO.revoke('TEST-of-bolt');
    const tenants = { acme: of('nowhere'), bolt: of('bolt'), fresh: of('nowhere either') };
    scene.writeTenants({ singleTenantRecords: null, tenants });
    await scene.reload();
    expect(told('reloaded')).toMatchObject([{ tenants: 2, changed: 2 }]);
    expect(told('reloadFailed').map(({ mistake }) => mistake)).toEqual([
      expect.stringMatching(/^TENANTS_FILE, acme: MERCADO_PAGO_ACCESS_TOKEN_FILE /),
      expect.stringMatching(/^TENANTS_FILE, fresh: MERCADO_PAGO_ACCESS_TOKEN_FILE /),
    ]);
    for (const tenant of ['acme', 'bolt']) {
      expect(await cancelPayment(scene.as(tenant), { paymentId: payment() })).toMatchObject({ outcome: 'CANCELLED' });
    }
    expect((await scene.send({ tenant: 'fresh' }, '{ __typename }')).status).toBe(401);
  });

  it('is one that gives the older records to another tenant', async () => {
    const { scene, told } = await sceneFor();
    scene.writeTenants({ singleTenantRecords: 'acme', tenants: { acme: { MERCADO_PAGO_ACCESS_TOKEN_FILE: 'acme' } } });
    await scene.reload();
    expect(told('reloadFailed')).toMatchObject([{ mistake: expect.stringContaining('start it anew') }]);
  });
});

it('a tenant that the file names no more is nobody, and a new one somebody', async () => {
  const { scene, told } = await sceneFor();
  const ofBolt = {
    MERCADO_PAGO_BASE_URL: scene.emulator.providers.MERCADO_PAGO.url,
    MERCADO_PAGO_ACCESS_TOKEN_FILE: 'bolt',
  };
  expect((await scene.send({ tenant: 'acme' }, '{ __typename }')).status).toBe(200);
  scene.writeTenants({ singleTenantRecords: null, tenants: { bolt: ofBolt, core: ofBolt } });
  await scene.reload();
  expect(told('reloaded')).toMatchObject([{ tenants: 2, changed: 3 }]);
  expect((await scene.send({ tenant: 'acme' }, '{ __typename }')).status).toBe(401);
  expect(await cancelPayment(scene.as('core'), { paymentId: payment() })).toMatchObject({ outcome: 'CANCELLED' });
});

describe('the records of a single tenant', () => {
  /** A store in which the single tenant has cancelled a payment under the key `older`. */
  async function olderStore(): Promise<string> {
    const DATABASE_URL = freshDatabase();
    const world = await startWorld({ env: { DATABASE_URL } });
    expect(await cancelPayment(world, { paymentId: payment(), idempotencyKey: 'older' })).toMatchObject({
      outcome: 'CANCELLED',
    });
    await world.close();
    return DATABASE_URL;
  }

  it('belong to nobody until the file says whose they are', async () => {
    const DATABASE_URL = await olderStore();
    const unsaid = startTenants({ env: { DATABASE_URL }, file: { singleTenantRecords: undefined } });
    await expect(unsaid).rejects.toThrow(/^TENANTS_FILE: singleTenantRecords is missing: .* or null\.$/);

    const { scene } = await sceneFor({ env: { DATABASE_URL }, file: { singleTenantRecords: 'acme' } });
    expect(await cancellationByKey(scene.as('acme'), 'older')).toMatchObject({ outcome: 'CANCELLED' });
    expect(await cancellationByKey(scene.as('bolt'), 'older')).toBeNull();
  });

  it('may be nobody’s for good', async () => {
    const DATABASE_URL = await olderStore();
    const { scene } = await sceneFor({ env: { DATABASE_URL } });
    expect(await cancellationByKey(scene.as('acme'), 'older')).toBeNull();
    await cancelPayment(scene.as('acme'), { paymentId: payment() });
    await scene.close();
    const late = startTenants({ env: { DATABASE_URL }, file: { singleTenantRecords: 'acme' } });
    await expect(late).rejects.toThrow(/singleTenantRecords names acme, which has records of its own/);
  });
});

it('a process that is sent a SIGHUP while it starts takes it afterwards', async () => {
  const emulator = await startEmulator();
  onTestFinished(() => emulator.close());
  const early = new URL('./early-hangup.mjs', import.meta.url).href;
  const NODE_OPTIONS = `--import ${early}`;
  const gateway = startProcess({ ...gatewayEnv(emulator), DATABASE_URL: freshDatabase(), NODE_OPTIONS });
  onTestFinished(() => gateway.kill());
  await gateway.url;
  await until(() => gateway.output().includes('"reloaded"'));
});

it('a process reads its token anew when it is sent a SIGHUP', async () => {
  const emulator = await startEmulator();
  onTestFinished(() => emulator.close());
  const { MERCADO_PAGO } = emulator.providers;
  const file = join(temporaryDirectory('hangup'), 'token');
  writeFileSync(file, MERCADO_PAGO.credentials.accessToken);
  const env = { ...gatewayEnv(emulator), MERCADO_PAGO_ACCESS_TOKEN: '', MERCADO_PAGO_ACCESS_TOKEN_FILE: file };
  const gateway = startProcess({ ...env, DATABASE_URL: freshDatabase() });
  onTestFinished(() => gateway.kill());
  await gateway.url;
  expect(await cancelPayment(gateway, { paymentId: payment() })).toMatchObject({ outcome: 'CANCELLED' });

  MERCADO_PAGO.grant({ token: 'TEST-after', account: '481516234', apis: ['payments'] });
  MERCADO_PAGO.revoke(MERCADO_PAGO.credentials.accessToken);
  writeFileSync(file, 'TEST-after');
  gateway.child.kill('SIGHUP');
  await until(() => gateway.output().includes('"reloaded"'));
  expect(await cancelPayment(gateway, { paymentId: payment() })).toMatchObject({ outcome: 'CANCELLED' });
  expect(emulator.requests.at(-1)?.headers['authorization']).toBe('Bearer TEST-after');
  expect(gateway.output()).not.toContain('TEST-');
});
