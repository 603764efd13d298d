import { createHmac, sign as signBytes } from 'node:crypto';
import { EncryptJWT, exportJWK } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Claims, type Issuer, newKey, sign, startIssuer } from '../doubles/tokens.ts';
import { startWorld, type World } from '../world.ts';

const key = newKey('ES256', 'main');
const rsa = newKey('RS256', 'rsa');
const edwards = newKey('EdDSA', 'edwards');
const tooLong = newKey('ES384', 'p-384');
const stranger = newKey('ES256', 'stranger');

let issuer: Issuer;
let world: World;
beforeAll(async () => {
  issuer = await startIssuer(Date, [key, rsa, edwards, tooLong]);
  world = await startWorld({ env: issuer.env });
});
afterAll(() => world.close());

const now = () => Math.floor(Date.now() / 1_000);
const claims = (other: Claims = {}) => ({
  iss: issuer.env.AUTH_ISSUER,
  aud: issuer.env.AUTH_AUDIENCE,
  sub: 'back-office',
  scope: 'payments:cancel',
  iat: now(),
  exp: now() + 300,
  ...other,
});
const good = (other?: Claims) => sign(key, claims(other));

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** Signed by hand with the good key, since no library would write such a header. */
function handmade(header: object, payload: unknown = claims()): string {
  const input = `${encode({ alg: 'ES256', typ: 'at+jwt', kid: key.kid, ...header })}.${encode(payload)}`;
  const signature = signBytes('sha256', Buffer.from(input), { key: key.privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}
function unsigned(header: object, signature: string): string {
  return `${encode({ typ: 'at+jwt', kid: key.kid, ...header })}.${encode(claims())}.${signature}`;
}
function hmac(secret: string | Buffer): string {
  const input = `${encode({ alg: 'HS256', kid: key.kid })}.${encode(claims())}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}
const publicPem = () => key.publicKey.export({ type: 'spki', format: 'pem' });
const parts = async () => (await good()).split('.') as [string, string, string];

const body = JSON.stringify({ query: 'mutation { cancelPayment(input: { paymentId: "10000000001" }) { outcome } }' });

/** Headers as they go over the wire, names and values by turns, so that one can come twice. */
async function ask(headers: readonly string[], path = '') {
  const answer = await request(`${world.url}${path}`, {
    method: 'POST',
    headers: ['content-type', 'application/json', ...headers],
    body,
  });
  const requestId = answer.headers['x-request-id'];
  const lines = world.log.map((line) => JSON.parse(line)).filter((line) => line.requestId === requestId);
  const reason = lines.find(({ event }) => event === 'callerRefused')?.reason;
  return { status: answer.statusCode, reason, answer: await answer.body.json() };
}

const refusal = { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };

describe('what is signed wrongly', () => {
  it.each<readonly [title: string, token: () => string | Promise<string>, reason: string]>([
    ['alg none and no signature', () => unsigned({ alg: 'none' }, ''), 'no-bearer-jwt'],
    ...['none', 'None', 'NONE', 'nOnE', 'es256', 'HS512', 'toString'].map(
      (alg) => [`alg ${alg} and some signature`, () => unsigned({ alg }, 'AAAA'), 'algorithm'] as const,
    ),
    ['no alg', () => unsigned({}, 'AAAA'), 'no-access-token'],
    ['alg as a list', () => unsigned({ alg: ['ES256'] }, 'AAAA'), 'no-access-token'],
    ['HS256 with the public key as secret', () => hmac(publicPem()), 'algorithm'],
    [
      'HS256 with the published key as secret',
      async () => hmac(JSON.stringify(await exportJWK(key.publicKey))),
      'algorithm',
    ],
    ['HS256 with no secret', () => hmac(''), 'algorithm'],
    ['a signature of zeros', () => unsigned({ alg: 'ES256' }, Buffer.alloc(64).toString('base64url')), 'signature'],
    ['a signature that is too short', () => unsigned({ alg: 'ES256' }, 'AAAA'), 'signature'],
    ['a signature that was cut off', async () => (await parts()).slice(0, 2).join('.'), 'no-bearer-jwt'],
    ['an empty signature', async () => [...(await parts()).slice(0, 2), ''].join('.'), 'no-bearer-jwt'],
    ['one more part', async () => [...(await parts()), 'AAAA'].join('.'), 'no-bearer-jwt'],
    [
      'the signature of another token',
      async () => [...(await parts()).slice(0, 2), (await good({ jti: '2' })).split('.')[2]].join('.'),
      'signature',
    ],
    [
      'a payload that was changed',
      async () => {
        const [head, , tail] = await parts();
        return `${head}.${encode(claims({ sub: 'admin' }))}.${tail}`;
      },
      'signature',
    ],
    [
      'a header that was changed',
      async () => {
        const [, payload, tail] = await parts();
        return `${encode({ alg: 'ES256', kid: key.kid })}.${payload}.${tail}`;
      },
      'signature',
    ],
    ['a key of a stranger', () => sign(stranger, claims(), { kid: key.kid }), 'signature'],
    [
      'a key that the token brings along',
      async () => sign(stranger, claims(), { kid: key.kid, jwk: await exportJWK(stranger.publicKey) }),
      'signature',
    ],
    [
      'a key that the token brings along under its own name',
      async () => sign(stranger, claims(), { jwk: await exportJWK(stranger.publicKey) }),
      'unknown-key',
    ],
    [
      'a key at an address in the token',
      () => sign(stranger, claims(), { jku: 'https://stranger.example/jwks' }),
      'unknown-key',
    ],
    [
      'a certificate at an address in the token',
      () => sign(stranger, claims(), { x5u: 'https://stranger.example/x5' }),
      'unknown-key',
    ],
    ['ES384, with a key that the issuer publishes', () => sign(tooLong, claims()), 'algorithm'],
    ['RS512, with a key that the issuer publishes', () => sign(rsa, claims(), { alg: 'RS512' }), 'algorithm'],
    ['an algorithm that is not its key’s', () => handmade({ kid: rsa.kid }), 'unknown-key'],
    ['an extension that must be understood', () => handmade({ crit: ['exp'] }), 'no-access-token'],
    ['an unencoded payload', () => handmade({ crit: ['b64'], b64: false }), 'no-access-token'],
    ['a payload that is a text', () => handmade({}, 'back-office'), 'no-access-token'],
    ['a payload that is a list', () => handmade({}, [claims()]), 'no-access-token'],
    ['padded base64', async () => `${await good()}==`, 'no-bearer-jwt'],
    ['plain base64', async () => `${await good()}+/`, 'no-bearer-jwt'],
    ['8 KiB that are no token', async () => `${'a'.repeat(8_188)}.b.c`, 'no-access-token'],
    ['a byte more', async () => `${'a'.repeat(8_189)}.b.c`, 'token-too-long'],
    ['9 KiB', () => good({ filler: 'x'.repeat(8_000) }), 'token-too-long'],
    [
      'encryption instead',
      () =>
        new EncryptJWT({ sub: 'back-office' })
          .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: key.kid })
          .encrypt(key.publicKey),
      'no-bearer-jwt',
    ],
    [
      'JSON around it',
      async () => {
        const [head, payload, signature] = await parts();
        return JSON.stringify({ protected: head, payload, signature });
      },
      'no-bearer-jwt',
    ],
  ])('%s', async (_, token, reason) => {
    expect(await ask(['authorization', `Bearer ${await token()}`])).toMatchObject({
      status: 401,
      reason,
      answer: refusal,
    });
    expect(world.emulator.requests).toEqual([]);
  });

  it('with a megabyte does not get as far', async () => {
    const { status } = await ask(['authorization', `Bearer ${'x'.repeat(1_000_000)}`]);
    expect(status).toBe(431);
  });
});

describe('what was signed for something else, or for another time', () => {
  const hour = 3_600;
  it.each<[title: string, claims: () => Claims, reason: string]>([
    ['it has expired', () => ({ exp: now() - 6 }), 'too-old'],
    ['it expired long ago', () => ({ iat: now() - hour, exp: now() - hour / 2 }), 'too-old'],
    ['it holds from tomorrow', () => ({ nbf: now() + 24 * hour }), 'claim-nbf'],
    ['it holds in a moment', () => ({ nbf: now() + 8 }), 'claim-nbf'],
    ['it never expires', () => ({ exp: undefined }), 'claim-exp'],
    ['it expires at no time', () => ({ exp: null }), 'claim-exp'],
    ['it expires in words', () => ({ exp: 'tomorrow' }), 'claim-exp'],
    ['it was made at no time', () => ({ iat: undefined }), 'claim-iat'],
    ['it is made tomorrow', () => ({ iat: now() + 24 * hour, exp: now() + 25 * hour }), 'claim-iat'],
    ['it is made in a moment', () => ({ iat: now() + 8 }), 'claim-iat'],
    ['it is a month old and still holds', () => ({ iat: now() - 30 * 24 * hour, exp: now() + 300 }), 'too-old'],
    ['it is older than an hour and still holds', () => ({ iat: now() - hour - 6 }), 'too-old'],
    ['it is for nobody', () => ({ aud: undefined }), 'claim-aud'],
    ['it is for an empty list', () => ({ aud: [] }), 'claim-aud'],
    ['it is for another', () => ({ aud: 'another-gateway' }), 'claim-aud'],
    ['it is for one with a longer name', () => ({ aud: `${issuer.env.AUTH_AUDIENCE}-2` }), 'claim-aud'],
    ['it is for several others', () => ({ aud: ['one', 'another'] }), 'claim-aud'],
    ['it is from nobody', () => ({ iss: undefined }), 'claim-iss'],
    ['it is from another', () => ({ iss: 'https://stranger.example/' }), 'claim-iss'],
    ['its issuer lacks the final slash', () => ({ iss: issuer.env.AUTH_ISSUER.slice(0, -1) }), 'claim-iss'],
    ['its issuer has another case', () => ({ iss: issuer.env.AUTH_ISSUER.toUpperCase() }), 'claim-iss'],
    ['its issuer is a list', () => ({ iss: [issuer.env.AUTH_ISSUER] }), 'claim-iss'],
    ['it speaks of nobody', () => ({ sub: undefined }), 'claim-sub'],
    ['its subject is an object', () => ({ sub: { id: 'admin' } }), 'claim-sub'],
    ['its subject is a number', () => ({ sub: 7 }), 'claim-sub'],
    ['its subject is empty', () => ({ sub: '' }), 'claim-sub'],
    ['its subject has 256 characters', () => ({ sub: 'x'.repeat(256) }), 'claim-sub'],
    ['its scope is a list', () => ({ scope: ['payments:cancel'] }), 'claim-scope'],
    [
      'it lists what somebody owns as a text',
      () => ({ authorization_details: 'payment' }),
      'claim-authorization_details',
    ],
    ['its references are a text', () => ({ external_references: 'cart-1' }), 'claim-external_references'],
  ])('%s', async (_, other, reason) => {
    const token = handmade({}, claims(other()));
    expect(await ask(['authorization', `Bearer ${token}`])).toMatchObject({ status: 401, reason, answer: refusal });
    expect(world.emulator.requests).toEqual([]);
  });
});

describe('what names its key or its type wrongly', () => {
  it.each<[header: object, reason: string]>([
    [{ kid: 'unknown' }, 'unknown-key'],
    [{ kid: undefined }, 'no-access-token'],
    [{ kid: null }, 'no-access-token'],
    [{ kid: '' }, 'unknown-key'],
    [{ kid: 0 }, 'no-access-token'],
    [{ kid: ['main'] }, 'no-access-token'],
    [{ kid: 'MAIN' }, 'unknown-key'],
    [{ kid: '../../../../dev/null' }, 'unknown-key'],
    [{ kid: "main' or '1'='1" }, 'unknown-key'],
    [{ kid: 'https://stranger.example/jwks.json' }, 'unknown-key'],
    [{ kid: '__proto__' }, 'unknown-key'],
    [{ kid: 'x'.repeat(4_000) }, 'unknown-key'],
    [{ typ: 'dpop+jwt' }, 'no-access-token'],
    [{ typ: 'logout+jwt' }, 'no-access-token'],
    [{ typ: '' }, 'no-access-token'],
    [{ typ: 7 }, 'no-access-token'],
  ])('%j', async (header, reason) => {
    const answer = await ask(['authorization', `Bearer ${handmade(header)}`]);
    expect(answer).toMatchObject({ status: 401, reason, answer: refusal });
    expect(world.emulator.requests).toEqual([]);
  });
});

describe('what is sent in another way', () => {
  it.each<
    [title: string, headers: (token: string) => readonly string[], reason: string, path?: (token: string) => string]
  >([
    ['not at all', () => [], 'no-token'],
    ['in the query', () => [], 'no-token', (token) => `?access_token=${token}`],
    ['in a cookie', (token) => ['cookie', `access_token=${token}; authorization=Bearer ${token}`], 'no-token'],
    ['in a header of another name', (token) => ['x-access-token', token], 'no-token'],
    ['to a proxy', (token) => ['proxy-authorization', `Bearer ${token}`], 'no-token'],
    ['twice', (token) => ['authorization', `Bearer ${token}`, 'authorization', `Bearer ${token}`], 'two-tokens'],
    ['after a bad one', (token) => ['authorization', 'Bearer x', 'Authorization', `Bearer ${token}`], 'two-tokens'],
    ['before a bad one', (token) => ['authorization', `Bearer ${token}`, 'AUTHORIZATION', 'Bearer x'], 'two-tokens'],
    ['in a list', (token) => ['authorization', `Bearer ${token}, Bearer ${token}`], 'no-bearer-jwt'],
    ['without its scheme', (token) => ['authorization', token], 'no-bearer-jwt'],
    ['in another scheme', (token) => ['authorization', `DPoP ${token}`], 'no-bearer-jwt'],
    [
      'as a password',
      (token) => ['authorization', `Basic ${Buffer.from(`x:${token}`).toString('base64')}`],
      'no-bearer-jwt',
    ],
    ['after a colon', (token) => ['authorization', `Bearer: ${token}`], 'no-bearer-jwt'],
    ['after a tab', (token) => ['authorization', `Bearer\t${token}`], 'no-bearer-jwt'],
    ['in quotes', (token) => ['authorization', `Bearer "${token}"`], 'no-bearer-jwt'],
    ['with words after it', (token) => ['authorization', `Bearer ${token} please`], 'no-bearer-jwt'],
    ['as nothing', () => ['authorization', ''], 'no-bearer-jwt'],
    ['as its scheme alone', () => ['authorization', 'Bearer'], 'no-bearer-jwt'],
  ])('%s', async (_, headers, reason, path = () => '') => {
    const token = await good();
    const answer = await ask(headers(token), path(token));
    expect(answer).toMatchObject({ status: 401, reason, answer: refusal });
    expect(world.emulator.requests).toEqual([]);
  });
});

describe('what holds', () => {
  it.each<[title: string, header: () => Promise<string>]>([
    ['ES256', async () => `Bearer ${await good()}`],
    ['RS256', async () => `Bearer ${await sign(rsa, claims())}`],
    ['PS256', async () => `Bearer ${await sign(rsa, claims(), { alg: 'PS256' })}`],
    ['EdDSA', async () => `Bearer ${await sign(edwards, claims())}`],
    ['a scheme in lower case', async () => `bearer ${await good()}`],
    ['a scheme in upper case and two spaces', async () => `BEARER  ${await good()}`],
    ['no type', async () => `Bearer ${handmade({ typ: undefined })}`],
    ['the type of any JWT', async () => `Bearer ${handmade({ typ: 'JWT' })}`],
    ['the type in full', async () => `Bearer ${handmade({ typ: 'application/AT+JWT' })}`],
    ['a clock that is a little fast', async () => `Bearer ${await good({ iat: now() + 3, nbf: now() + 3 })}`],
    ['a clock that is a little slow', async () => `Bearer ${await good({ exp: now() - 3 })}`],
    ['an age of an hour', async () => `Bearer ${await good({ iat: now() - 3_600 })}`],
    ['an audience of several', async () => `Bearer ${await good({ aud: ['another', issuer.env.AUTH_AUDIENCE] })}`],
    ['a subject of 255 characters', async () => `Bearer ${await good({ sub: 'é'.repeat(255) })}`],
    [
      'claims of other APIs',
      async () => `Bearer ${await good({ scp: ['x'], azp: 'app', authorization_details: [{ type: 'account' }] })}`,
    ],
  ])('%s', async (_, header) => {
    const answer = await ask(['authorization', await header()]);
    expect(answer).toMatchObject({
      status: 200,
      answer: { data: { cancelPayment: { outcome: 'CANCELLED' } } },
    });
  });

  it('a token never stands in the log, whatever became of it', async () => {
    const token = await good();
    await ask(['authorization', `Bearer ${token}`]);
    await ask(['authorization', `Bearer ${token}`, 'authorization', `Bearer ${token}`]);
    expect(world.log.join('')).not.toContain(token.slice(0, 40));
  });
});
