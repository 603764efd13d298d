import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAuthenticator } from '../../src/auth/create-authenticator.ts';
import type { TenantOf } from '../../src/auth/token-caller.ts';
import { VerifiedTokens } from '../../src/auth/verified-tokens.ts';
import { jwksOf, newKey, type SigningKey, sign } from '../doubles/tokens.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { fullCaller } from '../graphql/in-memory-gateway.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const [key, other] = [newKey(), newKey()];
const noon = Date.parse('2026-01-31T12:00:00Z');

async function authenticatorWith(tenantOf: TenantOf = () => 'default') {
  const clock = new VirtualClock(noon);
  const file = join(temporaryDirectory('keys'), 'jwks.json');
  const publish = async (...keys: readonly SigningKey[]) => writeFileSync(file, JSON.stringify(await jwksOf(keys)));
  await publish(key);
  const settings = { mode: 'jwt', jwks: { file }, issuer: 'https://issuer.example', audience: 'gateway' } as const;
  const authenticator = createAuthenticator(settings, clock, () => undefined, tenantOf);
  // Keys that are read while a token is checked have it forgotten.
  await authenticator.ready();
  /** The caller, or the reason why there is none. */
  const ask = async (token: string) => {
    const answer = await authenticator.authenticate([`Bearer ${token}`]);
    if (answer.kind === 'unavailable') throw new Error('The keys are there.');
    return answer.kind === 'caller' ? answer.caller : answer.reason;
  };
  return { clock, publish, authenticator, ask };
}

function token({ by = key, age = 0, lasts = 600 } = {}): Promise<string> {
  const iat = noon / 1_000 - age;
  const claims = { iss: 'https://issuer.example', aud: 'gateway', sub: 'somebody', tenant: 'acme', iat };
  return sign(by, { ...claims, exp: noon / 1_000 + lasts });
}

describe('a token that was found good', () => {
  it('is not checked again for ten seconds', async () => {
    const { clock, ask } = await authenticatorWith();
    const good = await token();
    const caller = await ask(good);
    clock.jump(9_999);
    expect(await ask(good)).toBe(caller);
    clock.jump(1);
    const again = await ask(good);
    expect(again).toEqual(caller);
    expect(again).not.toBe(caller);
  });

  it.each([
    ['beyond its end', { lasts: 3 }],
    ['beyond an hour of age', { age: 3_597 }],
  ])('is not taken unchecked %s', async (_, times) => {
    const { clock, ask } = await authenticatorWith();
    const good = await token(times);
    const caller = await ask(good);
    clock.jump(2_999);
    expect(await ask(good)).toBe(caller);
    clock.jump(1);
    expect(await ask(good)).not.toBe(caller);
    clock.jump(6_000);
    expect(await ask(good)).toBe('too-old');
  });

  it('is checked again when the clock was set back', async () => {
    const { clock, ask } = await authenticatorWith();
    const good = await token();
    const caller = await ask(good);
    clock.jump(-1);
    expect(await ask(good)).not.toBe(caller);
  });

  it('is told apart from one with another signature', async () => {
    const { ask } = await authenticatorWith();
    const good = await token();
    const [head, claims, signature = ''] = good.split('.');
    await ask(good);
    const forged = `${head}.${claims}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    expect(await ask(forged)).toBe('signature');
    expect(await ask(forged)).toBe('signature');
  });

  it('is forgotten when keys are reloaded', async () => {
    const { publish, authenticator, ask } = await authenticatorWith();
    const good = await token();
    await ask(good);
    await publish(other);
    await authenticator.reload();
    expect(await ask(good)).toBe('unknown-key');
  });

  it('is forgotten when anybody causes other keys to be read', async () => {
    const { clock, publish, ask } = await authenticatorWith();
    const good = await token();
    await ask(good);
    await publish(other);
    clock.jump(1_000);
    expect(await ask(await token({ by: other }))).toMatchObject({ id: 'somebody' });
    expect(await ask(good)).toBe('unknown-key');
  });

  it('is nobody’s once its tenant is gone, or has records of another name', async () => {
    const names = new Map([['acme', 'acme']]);
    const { ask } = await authenticatorWith((claim) => names.get(String(claim)) ?? null);
    const good = await token();
    expect(await ask(good)).toMatchObject({ tenant: 'acme' });
    names.set('acme', 'acme-2');
    expect(await ask(good)).toMatchObject({ tenant: 'acme-2' });
    names.delete('acme');
    expect(await ask(good)).toBe('claim-tenant');
  });
});

it('a token that was refused is checked each time', async () => {
  const { clock, publish, ask } = await authenticatorWith();
  const early = await token({ by: other });
  expect(await ask(early)).toBe('unknown-key');
  await publish(key, other);
  clock.jump(1_000);
  expect(await ask(early)).toMatchObject({ id: 'somebody' });
});

describe('what is remembered of tokens', () => {
  const verified = { caller: fullCaller, claims: { iat: noon / 1_000, exp: noon / 1_000 + 60 } };

  it('is not what was checked before all was forgotten', () => {
    const tokens = new VerifiedTokens(new VirtualClock(noon));
    const remember = tokens.checking();
    tokens.forget();
    remember('a', verified);
    expect(tokens.find('a')).toBeNull();
    tokens.checking()('a', verified);
    expect(tokens.find('a')).toMatchObject(verified);
  });

  it('is 2 000 of them, those that came last', () => {
    const tokens = new VerifiedTokens(new VirtualClock(noon));
    const remember = tokens.checking();
    for (let n = 0; n < 2_000; n++) remember(`${n}`, verified);
    expect(tokens.find('0')).not.toBeNull();
    remember('one more', verified);
    expect([tokens.find('0') !== null, tokens.find('1'), tokens.find('2') !== null]).toEqual([true, null, true]);
  });
});
