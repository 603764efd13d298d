import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { TokenSettings } from '../../src/auth/auth-settings.ts';
import { createAuthenticator } from '../../src/auth/create-authenticator.ts';
import { fetchText } from '../../src/auth/fetch-text.ts';
import { jwksOf, newKey, type SigningKey, sign } from '../doubles/tokens.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { type IssuerServer, startIssuerServer } from './issuer-server.ts';

const minute = 60_000;
const hour = 60 * minute;
const [first, second] = [newKey(), newKey()];
const opened: IssuerServer[] = [];
afterEach(() => Promise.all(opened.splice(0).map((issuer) => issuer.close())));

/** An authenticator with a clock of its own, and what it told about keys. */
function authenticatorOf(jwks: TokenSettings['jwks']) {
  const clock = new VirtualClock(Date.parse('2026-01-31T12:00:00Z'));
  const told: (string | null)[] = [];
  const settings = { mode: 'jwt', jwks, issuer: 'https://issuer.example', audience: 'gateway' } as const;
  const watch = (problem: string | null) => told.push(problem);
  const authenticator = createAuthenticator(settings, clock, watch, () => 'default');
  /** What becomes of a fresh token that a key signed. */
  async function ask(key: SigningKey): Promise<string> {
    const iat = Math.floor(clock.now() / 1_000);
    const claims = { iss: settings.issuer, aud: settings.audience, sub: 'somebody', iat, exp: iat + 60 };
    const answer = await authenticator.authenticate([`Bearer ${await sign(key, claims)}`]);
    return answer.kind === 'refused' ? answer.reason : answer.kind;
  }
  return { authenticator, clock, told, ask };
}

async function withIssuer(...keys: readonly SigningKey[]) {
  const issuer = await startIssuerServer(...keys);
  opened.push(issuer);
  return { issuer, ...authenticatorOf({ url: issuer.url }) };
}

describe('keys at an address', () => {
  it('are read once for many callers', async () => {
    const { issuer, ask, told } = await withIssuer(first);
    expect(await Promise.all(Array.from({ length: 20 }, () => ask(first)))).toEqual(Array(20).fill('caller'));
    expect([issuer.asked(), told]).toEqual([1, [null]]);
  });

  it('are read again in the background after ten minutes', async () => {
    const { issuer, ask, clock, told } = await withIssuer(first);
    await ask(first);
    await issuer.publish(second);
    clock.jump(10 * minute);
    expect([await ask(first), issuer.asked()]).toEqual(['caller', 1]);
    clock.jump(1);
    expect(await ask(first)).toBe('caller');
    await expect.poll(() => told).toEqual([null, null]);
    expect(await ask(first)).toBe('unknown-key');
    expect(await ask(second)).toBe('caller');
  });

  it('that are new are known after 30 seconds at most', async () => {
    const { issuer, ask, clock } = await withIssuer(first);
    await ask(first);
    await issuer.publish(first, second);
    clock.jump(29_999);
    expect(await ask(second)).toBe('unknown-key');
    clock.jump(1);
    expect(await ask(second)).toBe('caller');
    expect([await ask(first), issuer.asked()]).toEqual(['caller', 2]);
  });

  it('are not read once more for 500 tokens that invent some', async () => {
    const { issuer, ask, clock } = await withIssuer(first);
    await ask(first);
    clock.jump(29_999);
    const invented = Array.from({ length: 500 }, (_, n) => ask({ ...second, kid: `invented-${n}` }));
    expect(new Set(await Promise.all(invented))).toEqual(new Set(['unknown-key']));
    expect(issuer.asked()).toBe(1);
    clock.jump(1);
    await Promise.all(Array.from({ length: 20 }, (_, n) => ask({ ...second, kid: `invented-${n}` })));
    expect([issuer.asked(), await ask(first)]).toEqual([2, 'caller']);
  });

  it('hold for six hours while the issuer is away, and nobody gets in after that', async () => {
    const { issuer, ask, clock, told } = await withIssuer(first);
    await ask(first);
    await issuer.close();
    clock.jump(6 * hour);
    expect(await ask(first)).toBe('caller');
    await expect.poll(() => told.length).toBe(2);
    expect(told[1]).toMatch(/^cannot be reached \(ECONNREFUSED\)$/);
    clock.jump(1);
    expect(await ask(first)).toBe('unavailable');
  });

  it('are asked for every 30 seconds at most while the issuer is away', async () => {
    const { issuer, ask, clock, told } = await withIssuer(first);
    await ask(first);
    issuer.answer((_, response) => response.writeHead(500).end('oops'));
    clock.jump(10 * minute + 1);
    for (let n = 0; n < 20; n++) expect(await ask(first)).toBe('caller');
    await expect.poll(() => told).toEqual([null, 'answers 500']);
    for (let n = 0; n < 20; n++) expect(await ask(first)).toBe('caller');
    expect(issuer.asked()).toBe(2);
  });

  it('that nobody can look up are no reason to refuse for good', async () => {
    const { issuer, ask, clock } = await withIssuer(first);
    await ask(first);
    issuer.answer((_, response) => response.writeHead(500).end());
    clock.jump(minute);
    expect([await ask(second), await ask(first)]).toEqual(['unavailable', 'caller']);
    await issuer.publish(second);
    clock.jump(minute / 2);
    expect(await ask(second)).toBe('caller');
  });

  it('may come after the start', async () => {
    const issuer = await startIssuerServer();
    opened.push(issuer);
    issuer.answer((_, response) => response.writeHead(503).end());
    const { ask, clock, told, authenticator } = authenticatorOf({ url: issuer.url });
    expect(await ask(first)).toBe('unavailable');
    expect(await authenticator.authenticate([`Bearer ${await sign(first, {})}`])).toEqual({
      kind: 'unavailable',
      retryAfterMs: 2_000,
    });
    expect(await authenticator.ready()).toBe(false);
    await issuer.publish(first);
    expect(await ask(first)).toBe('unavailable');
    clock.jump(2_000);
    expect(await authenticator.ready()).toBe(true);
    expect([await ask(first), told]).toEqual(['caller', ['answers 503', null]]);
  });

  it('are read at once when told to', async () => {
    const { issuer, ask, authenticator } = await withIssuer(first);
    await ask(first);
    await issuer.publish(second);
    await authenticator.reload();
    expect([await ask(second), await ask(first)]).toEqual(['caller', 'unknown-key']);
  });

  it('survive a clock that is set back', async () => {
    const { issuer, ask, clock } = await withIssuer(first);
    clock.jump(2 * hour);
    await ask(first);
    await issuer.publish(second);
    clock.set(clock.now() - hour);
    expect(await ask(second)).toBe('caller');
  });

  it.each<[title: string, problem: RegExp, answer: Parameters<IssuerServer['answer']>[0]]>([
    [
      'a page',
      /^is no JSON Web Key Set/,
      (_, response) => response.setHeader('content-type', 'text/html').end('<html>'),
    ],
    ['JSON of something else', /^is no JSON Web Key Set/, (_, response) => response.end('{"error":"oops"}')],
    ['no kind', /^names no key with a kid that says its kty/, (_, response) => response.end('{"keys":[{"kid":"a"}]}')],
    ['no key', /^names no key with a kid/, (_, response) => response.end('{"keys":[]}')],
    ['private keys', /private key/, (_, response) => response.end('{"keys":[{"kid":"1","d":"hunter2"}]}')],
    ['a megabyte', /^answers more than 262144 bytes$/, (_, response) => response.end('x'.repeat(1_000_000))],
    ['a redirect', /^answers 302$/, (_, response) => response.writeHead(302, { location: '/other' }).end()],
    ['nothing', /^cannot be reached \((UND_ERR_SOCKET|ECONNRESET)\)$/, (_, response) => response.destroy()],
  ])('are not taken from %s', async (_, problem, answer) => {
    const { issuer, ask, authenticator, told } = await withIssuer(first);
    await ask(first);
    issuer.answer(answer);
    await authenticator.reload();
    expect(told.at(-1)).toMatch(problem);
    expect(told.at(-1)).not.toContain('hunter2');
    expect(await ask(first)).toBe('caller');
  });

  it('are given up when they do not come in time', async () => {
    const { issuer } = await withIssuer();
    issuer.answer((_, response) => response.writeHead(200).write('{'));
    expect(await fetchText(issuer.url, 50)).toEqual({ problem: 'does not answer within 50 ms' });
  });
});

describe('keys in a file', () => {
  async function withFile(...keys: readonly SigningKey[]) {
    const file = join(temporaryDirectory('keys'), 'jwks.json');
    const publish = async (...published: readonly SigningKey[]) =>
      writeFileSync(file, JSON.stringify(await jwksOf(published)));
    await publish(...keys);
    return { file, publish, ...authenticatorOf({ file }) };
  }

  it('are read again within a second of a change', async () => {
    const { publish, ask, clock, told } = await withFile(first);
    expect(await ask(first)).toBe('caller');
    await publish(first, second);
    expect(await ask(second)).toBe('unknown-key');
    clock.jump(1_000);
    expect([await ask(second), await ask(first), told]).toEqual(['caller', 'caller', [null, null]]);
  });

  it('are not read again without one', async () => {
    const { ask, clock, told } = await withFile(first);
    await ask(first);
    clock.jump(hour);
    expect([await ask(first), told]).toEqual(['caller', [null]]);
  });

  it.each([
    ['broken', '{"keys":', /^is no JSON Web Key Set/],
    ['empty', '', /^is no JSON Web Key Set/],
  ])('stay what they were while the file is %s', async (_, text, problem) => {
    const { file, ask, clock, told } = await withFile(first);
    await ask(first);
    writeFileSync(file, text);
    clock.jump(1_000);
    expect(await ask(first)).toBe('caller');
    expect(told).toEqual([null, expect.stringMatching(problem)]);
  });

  it('are read at once when told to', async () => {
    const { publish, ask, authenticator } = await withFile(first);
    await ask(first);
    await publish(second);
    await authenticator.reload();
    expect([await ask(second), await ask(first)]).toEqual(['caller', 'unknown-key']);
  });

  it('that are away let nobody in, and are looked for again', async () => {
    const file = join(temporaryDirectory('keys'), 'jwks.json');
    const { authenticator, ask, clock, told } = authenticatorOf({ file });
    expect([await ask(first), await authenticator.ready(), told]).toEqual([
      'unavailable',
      false,
      ['cannot be read (ENOENT)'],
    ]);
    writeFileSync(file, JSON.stringify(await jwksOf([first])));
    clock.jump(1_000);
    expect([await authenticator.ready(), await ask(first)]).toEqual([true, 'caller']);
  });
});
