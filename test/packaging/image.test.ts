import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemaFileText } from '../../scripts/schema-file.ts';
import { type Emulator, freshIds, startEmulator } from '../../src/emulator/index.ts';
import { sourceTexts } from '../architecture/source-texts.ts';
import { type Issuer, startIssuer } from '../doubles/tokens.ts';
import { gatewayEnv } from '../world.ts';
import { file, healthCheck, imageEnv } from './dockerfile.ts';
import {
  buildImageFolder,
  exitCodeOf,
  imageUser,
  makeReadOnly,
  makeWritable,
  type Started,
  startImage,
} from './image.ts';

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

  it('is the built source without emulator, pages and playground', () => {
    const built = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(built).toEqual(expect.arrayContaining(['main.js', 'audit.js', 'bundle/gateway.js']));
    expect(built.filter((path) => /emulator|pages|playground/.test(path))).toEqual([]);
  });
});

describe('the one file that the image starts', () => {
  it('is of characters that V8 keeps in one byte each', () => {
    expect(readFileSync(join(folder, 'dist/bundle/gateway.js'), 'utf8')).not.toMatch(/[\u0080-\uffff]/);
  });

  it('renames no error, since the log tells them by class', () => {
    const classes = /^(?:export )?class (\w+) extends \w*Error\b/gm;
    const names = sourceTexts.flatMap(({ text }) => [...text.matchAll(classes)].map(([, name]) => name));
    expect(names).toContain('StoreUnavailable');
    const bundle = join(folder, 'dist/bundle');
    const text = readdirSync(bundle)
      .map((name) => readFileSync(join(bundle, name), 'utf8'))
      .join('\n');
    expect(text).toMatch(/\bStoreUnavailable = class extends Error/);
    const renamed = new RegExp(`\\b(${names.join('|')})(\\d+ = class| = class \\w*[_\\d]) .*`, 'g');
    expect(text.match(renamed) ?? []).toEqual([]);
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

  const ask = async <Data>(query: string): Promise<{ data: Data }> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return JSON.parse(await response.text());
  };

  it('has the contract of the sources, by every name', async () => {
    const whole = { specifiedByUrl: true, schemaDescription: true, inputValueDeprecation: true };
    const { data } = await ask<IntrospectionQuery>(getIntrospectionQuery(whole));
    expect(schemaFileText(buildClientSchema(data))).toBe(file('schema/schema.graphql'));
  });

  it('reads a payment at the provider', async () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(1);
    const query = `{ payment(id: "${paymentId}") { __typename ... on Payment { id status } } }`;
    const payment = { __typename: 'Payment', id: paymentId, status: 'PENDING' };
    expect(await ask(query)).toEqual({ data: { payment } });
  });

  it('cancels a payment at the provider', async () => {
    const paymentId = freshIds.MERCADO_PAGO.payment(1);
    const query = `mutation { cancelPayment(input: { paymentId: "${paymentId}" }) { outcome payment { status } } }`;
    const cancelPayment = { outcome: 'CANCELLED', payment: { status: 'CANCELLED' } };
    expect(await ask(query)).toEqual({ data: { cancelPayment } });
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

describe('the gateway of the image, in production', () => {
  const scope = 'payments:cancel payments:read';
  let gateway: Started;
  let url: string;
  let issuer: Issuer;
  beforeAll(async () => {
    issuer = await startIssuer();
    const data = await makeReadOnly(folder);
    const written = (name: string, text: string) => {
      writeFileSync(join(data, name), text, { mode: 0o644 });
      return join(data, name);
    };
    const { NODE_ENV: _, ...env } = imageEnv;
    gateway = startImage(
      folder,
      {
        ...{ ...env, ...issuer.env, HOST: '127.0.0.1', PORT: '0' },
        DATABASE_URL: `file:${join(data, 'cancellations.db')}`,
        AUTH_JWKS_FILE: written('jwks.json', readFileSync(issuer.env.AUTH_JWKS_FILE, 'utf8')),
        MERCADO_PAGO_ACCESS_TOKEN_FILE: written('token', 'APP_USR-a-merchant'),
        // Nobody listens there.
        MERCADO_PAGO_BASE_URL: 'https://127.0.0.1:1',
      },
      imageUser,
    );
    const { environment, ...started } = await gateway.firstLine();
    expect(environment).toBe('production');
    url = String(started['url']);
  });
  afterAll(async () => {
    gateway?.process.kill('SIGKILL');
    await makeWritable(folder);
  });

  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const body = JSON.stringify({ query });
    return fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  };

  it('is ready on a copy that it cannot write to', async () => {
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(200);
    expect(statSync(join(folder, 'dist')).mode & 0o222).toBe(0);
  });

  it('runs as the user of the image', (context) => {
    if (imageUser === null) return context.skip('Only root can start a process as another user.');
    const status = readFileSync(`/proc/${gateway.process.pid}/status`, 'utf8');
    expect(status).toMatch(new RegExp(`^Uid:\\s+${imageUser.uid}\\s`, 'm'));
  });

  it('refuses who shows no token', async () => {
    const response = await ask('{ errorCatalog { code } }');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('answers a cancel with the truth: the provider was not reached', async () => {
    const cancel = 'mutation { cancelPayment(input: { paymentId: "987654321" }) { outcome nextAction errorCode } }';
    const response = await ask(cancel, await issuer.bearer({ scope }));
    const cancelPayment = { outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', errorCode: 'PROVIDER_UNREACHABLE' };
    expect(await response.json()).toEqual({ data: { cancelPayment } });
  });

  it('tells nobody its schema', async () => {
    const response = await ask('{ __schema { types { name } } }', await issuer.bearer({ scope }));
    expect(await response.json()).toMatchObject({ errors: [expect.anything()] });
  });

  it('opens no debugger at SIGUSR1, and ends with code 0 at SIGTERM', async () => {
    gateway.process.kill('SIGUSR1');
    expect((await ask('{ errorCatalog { code } }', await issuer.bearer({ scope }))).status).toBe(200);
    gateway.process.kill('SIGTERM');
    expect(await gateway.exitCode).toBe(0);
    expect(await gateway.stderr).not.toContain('Debugger listening');
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
