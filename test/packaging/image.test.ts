import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, freshIds, startEmulator } from '../../src/emulator/index.ts';
import { gatewayEnv } from '../world.ts';
import { healthCheck, imageEnv } from './dockerfile.ts';
import { buildImageFolder, exitCodeOf, type Started, startImage } from './image.ts';

let folder: string;
beforeAll(async () => {
  folder = await buildImageFolder();
}, 300_000);

describe('what the image contains', () => {
  it('is every runtime dependency and nothing that only development needs', () => {
    const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
    const installed = (path: string) => existsSync(join(folder, path));
    const development = Object.entries<{ dev?: true }>(lock.packages).filter(([, { dev }]) => dev);
    expect(development.map(([path]) => path).filter(installed)).toEqual([]);
    const names = Object.keys(lock.packages[''].dependencies);
    expect(names.filter((name) => !installed(`node_modules/${name}`))).toEqual([]);
  });

  it('is the built source without emulator and playground', () => {
    const built = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(built).toContain('main.js');
    expect(built.filter((path) => /emulator|playground/.test(path))).toEqual([]);
  });
});

describe('the gateway of the image, outside production', () => {
  let emulator: Emulator;
  let gateway: Started;
  let url: string;
  beforeAll(async () => {
    emulator = await startEmulator();
    const DATABASE_URL = `file:${join(folder, 'data', 'cancellations.db')}`;
    gateway = startImage(folder, { ...gatewayEnv(emulator), NODE_ENV: 'development', DATABASE_URL });
    url = String((await gateway.firstLine())['url']);
  });
  afterAll(async () => {
    gateway.process.kill('SIGKILL');
    await emulator.close();
  });

  it('is ready', async () => {
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('cancels a payment at the provider', async () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(1);
    const query = `mutation { cancelPayment(input: { paymentId: "${paymentId}" }) { outcome payment { status } } }`;
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const cancelPayment = { outcome: 'CANCELLED', payment: { status: 'CANCELLED' } };
    expect(await response.json()).toEqual({ data: { cancelPayment } });
    expect(emulator.providers.MERCADO_PAGO.paymentStatus(paymentId)).toBe('cancelled');
  });

  it('passes the health check of the Dockerfile', async () => {
    const { hostname: HOST, port: PORT } = new URL(url);
    expect(await exitCodeOf(healthCheck, { HOST, PORT })).toBe(0);
  });

  it('ends with code 0 at SIGTERM', async () => {
    gateway.process.kill('SIGTERM');
    expect(await gateway.exitCode).toBe(0);
  });

  it('fails the health check when it has ended', async () => {
    const { hostname: HOST, port: PORT } = new URL(url);
    expect(await exitCodeOf(healthCheck, { HOST, PORT })).toBe(1);
  });
});

describe('the gateway of the image, as it is', () => {
  it('refuses to start in production with code 78', async () => {
    const gateway = startImage(folder, imageEnv);
    expect(await gateway.exitCode).toBe(78);
    expect(await gateway.stderr).toContain('AUTH must authenticate callers in production');
  });

  it('refuses to listen beyond this machine without authentication', async () => {
    const gateway = startImage(folder, { ...imageEnv, NODE_ENV: 'development' });
    expect(await gateway.exitCode).toBe(78);
    expect(await gateway.stderr).toContain('HOST must be a loopback address');
  });
});
