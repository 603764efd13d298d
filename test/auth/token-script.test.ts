import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundled } from '../doubles/bundled.ts';
import { post } from '../e2e/ask.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';

const run = promisify(execFile);
const directory = join(temporaryDirectory('token'), 'issuer');
const token = (...args: readonly string[]) =>
  run(process.execPath, [bundled('scripts/token.ts'), '--directory', directory, ...args]);

describe('npm run token', () => {
  let world: World;
  let printed: { readonly stdout: string; readonly stderr: string };
  beforeAll(async () => {
    printed = await token('--scope', 'payments:read payments:cancel');
    const settings = [...printed.stderr.matchAll(/^(AUTH\w*)='(.*)' \\$/gm)].map(([, name, value]) => [name, value]);
    world = await startWorld({ env: Object.fromEntries(settings) });
  });
  afterAll(() => world.close());

  it('prints a request that a gateway with the printed settings serves', async () => {
    const [, authorization = ''] = /-H 'authorization: (.*)'/.exec(printed.stderr) ?? [];
    const [, body = ''] = /-d '(.*)'/.exec(printed.stderr) ?? [];
    expect(authorization).toBe(`Bearer ${printed.stdout.trim()}`);
    const answer = await post(world.url, body, { authorization });
    expect(answer).toMatchObject({ status: 200, body: { data: { payment: { __typename: 'Payment' } } } });
    expect((await post(world.url, body)).status).toBe(401);
  });

  it('keeps its keys, the private one for its owner alone', async () => {
    const [secret, jwks] = ['private-key.json', 'jwks.json'].map((name) => join(directory, name));
    const before = readFileSync(secret ?? '', 'utf8');
    const { stdout } = await token('--scope', 'orders:read', '--sub', 'second');
    expect(readFileSync(secret ?? '', 'utf8')).toBe(before);
    expect(readdirSync(directory).sort()).toEqual(['jwks.json', 'private-key.json']);
    expect([statSync(directory).mode & 0o777, statSync(secret ?? '').mode & 0o777]).toEqual([0o700, 0o600]);
    expect(readFileSync(jwks ?? '', 'utf8')).not.toContain('"d"');
    const answer = await post(
      world.url,
      { query: '{ errorCatalog { code } }' },
      { authorization: `Bearer ${stdout.trim()}` },
    );
    expect(answer.status).toBe(200);
  });

  it('writes what a shopper owns into the token', async () => {
    const { stdout } = await token(
      ...['--scope', 'payments:cancel:own', '--sub', 'shopper-1', '--tenant', 'acme', '--ttl', '60'],
      ...['--payment', '1', '--payment', '2', '--order', 'ORD1', '--external-reference', 'cart-1'],
    );
    const { iat = 0, exp = 0, ...claims } = decodeJwt(stdout.trim());
    expect(exp - iat).toBe(60);
    expect(claims).toMatchObject({
      sub: 'shopper-1',
      scope: 'payments:cancel:own',
      tenant: 'acme',
      authorization_details: [
        { type: 'payment', identifiers: ['1', '2'] },
        { type: 'order', identifiers: ['ORD1'] },
      ],
      external_references: ['cart-1'],
    });
  });

  it.each([
    [['--ttl', '60'], /^--scope is missing\./],
    [['--scope', 'x', '--ttl', '3601'], /^--ttl must be 1 to 3600\./],
    [['--scope', 'x', '--ttl', 'an hour'], /^--ttl must be/],
    [['--scope', 'x', '--payments', '1'], /--payments/],
  ])('says what is wrong with %j, and prints no token', async (args, says) => {
    const failed = await token(...args).then(
      () => null,
      (error) => error,
    );
    expect(failed).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(says) });
    expect(failed.stderr).toContain('npm run token --');
  });
});
