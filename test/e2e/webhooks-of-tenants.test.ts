import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshIds } from '../../src/emulator/index.ts';
import { cancelPayment, readsSent } from './ask.ts';
import { startTenants, type TenantsScene } from './tenants-scene.ts';
import { until } from './time.ts';

const secrets = { acme: 'secret-of-acme-71c2', bolt: 'secret-of-bolt-93d4' };
const path = '/webhooks/mercado-pago';
let scene: TenantsScene;

function write(of: Partial<typeof secrets>): void {
  const { MERCADO_PAGO } = scene.emulator.providers;
  const tenant = (name: 'acme' | 'bolt') => ({
    MERCADO_PAGO_BASE_URL: MERCADO_PAGO.url,
    MERCADO_PAGO_ACCESS_TOKEN_FILE: name,
    ...(of[name] && { MERCADO_PAGO_WEBHOOK_SECRET: of[name] }),
  });
  scene.writeTenants({ singleTenantRecords: null, tenants: { acme: tenant('acme'), bolt: tenant('bolt') } });
}

beforeAll(async () => {
  // Nothing is reconciled on schedule: what is read was told.
  scene = await startTenants({ reconciling: false });
  write(secrets);
  await scene.reload();
});
afterAll(() => scene.close());

async function notify(to: string, id: string, secret: string): Promise<number> {
  const ts = Math.floor(Date.now() / 1_000);
  const requestId = randomUUID();
  const v1 = createHmac('sha256', secret).update(`id:${id};request-id:${requestId};ts:${ts};`).digest('hex');
  const headers = { 'x-request-id': requestId, 'x-signature': `ts=${ts},v1=${v1}` };
  const { status } = await fetch(new URL(`${to}?data.id=${id}&type=payment`, scene.url), { method: 'POST', headers });
  return status;
}

/** The answers of a tenant's cancel and of its read-backs are lost: it stays open. */
async function leftOpen(tenant: string, paymentId: string): Promise<void> {
  const cancel = scene.emulator.override({ method: 'PUT', times: 9, effect: 'after', answer: 'reset' });
  const reads = scene.emulator.override({
    method: 'GET',
    times: 9,
    path: '/v1/payments/*',
    answer: { status: 503, body: {} },
  });
  expect(await cancelPayment(scene.as(tenant), { paymentId })).toMatchObject({ outcome: 'UNKNOWN' });
  cancel.release();
  reads.release();
}

describe('notifications of many tenants', () => {
  it('are those of the tenant whom the address names, and of nobody else', async () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(81_000);
    await leftOpen('acme', paymentId);
    const before = readsSent(scene).length;
    expect(await notify(`${path}/bolt`, paymentId, secrets.bolt)).toBe(200);
    expect(await notify(`${path}/acme`, paymentId, secrets.acme)).toBe(200);
    await until(() => scene.log.some((line) => line.includes('cancellationSettled')));
    const read = readsSent(scene).slice(before);
    expect(read.map(({ headers }) => headers['authorization'])).toEqual(['Bearer TEST-of-acme']);
  });

  it.each([
    ['signed with the secret of another', `${path}/acme`, secrets.bolt],
    ['for a tenant that there is not', `${path}/nobody`, secrets.acme],
    ['for a name that no tenant can have', `${path}/..%2facme`, secrets.acme],
  ])('%s are refused alike', async (_what, to, secret) => {
    expect(await notify(to, '7700000081001', secret)).toBe(401);
  });

  it('need the name of one', async () => {
    expect(await notify(path, '7700000081001', secrets.acme)).toBe(404);
  });

  it('are held against the secrets of now', async () => {
    write({ bolt: 'another-of-bolt-55e6' });
    await scene.reload();
    expect(await notify(`${path}/bolt`, '7700000081001', secrets.bolt)).toBe(401);
    expect(await notify(`${path}/bolt`, '7700000081001', 'another-of-bolt-55e6')).toBe(200);
    expect(await notify(`${path}/acme`, '7700000081001', secrets.acme)).toBe(401);
    write({});
    await scene.reload();
    expect(await notify(`${path}/bolt`, '7700000081001', 'another-of-bolt-55e6')).toBe(404);
  });

  it('leave no secret in the log', () => {
    expect(scene.log.filter((line) => /secret-of|another-of/.test(line))).toEqual([]);
  });
});
