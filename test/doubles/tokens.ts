import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import type { Clock } from '../../src/cancellation/clock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Other values for the claims of a good token; what is undefined is left out of it. */
export interface Claims {
  readonly iss?: unknown;
  readonly aud?: unknown;
  readonly sub?: unknown;
  readonly iat?: unknown;
  readonly nbf?: unknown;
  readonly exp?: unknown;
  readonly scope?: unknown;
  readonly tenant?: unknown;
  readonly authorization_details?: unknown;
  readonly external_references?: unknown;
  readonly [name: string]: unknown;
}

/** Somebody whose tokens a gateway takes. */
export interface Issuer {
  /** The settings of a gateway that takes them. */
  readonly env: Readonly<Record<'AUTH' | 'AUTH_JWKS_FILE' | 'AUTH_ISSUER' | 'AUTH_AUDIENCE', string>>;
  /** The key that signs, and the name under which the gateway knows it. */
  readonly key: SigningKey;
  /** A token of five minutes for `back-office` without any scope, but for what `claims` says. */
  token(claims?: Claims, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** The headers of a request with such a token. */
  bearer(claims?: Claims): Promise<{ authorization: string }>;
}

export interface SigningKey {
  readonly alg: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly kid: string;
}

const issuer = 'https://issuer.example/';
const audience = 'cancellation-gateway';

/**
 * `clock` is the gateway's, where it is not the real one: tokens are made at its time. The first of the keys signs, the
 * others are known to the gateway as well.
 */
export async function startIssuer(clock: Pick<Clock, 'now'> = Date, keys = [newKey()]): Promise<Issuer> {
  const [key = newKey()] = keys;
  const file = join(temporaryDirectory('issuer'), 'jwks.json');
  writeFileSync(file, JSON.stringify(await jwksOf(keys)));
  const token: Issuer['token'] = (claims, header) => {
    const now = Math.floor(clock.now() / 1_000);
    const payload = { iss: issuer, aud: audience, sub: 'back-office', iat: now, exp: now + 300, ...claims };
    return sign(key, payload, header);
  };
  return {
    env: { AUTH: 'jwt', AUTH_JWKS_FILE: file, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience },
    key,
    token,
    bearer: async (claims) => ({ authorization: `Bearer ${await token(claims)}` }),
  };
}

const makePair = {
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  ES384: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  EdDSA: () => generateKeyPairSync('ed25519'),
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2_048 }),
};

export function newKey(alg: keyof typeof makePair = 'ES256', kid: string = randomUUID()): SigningKey {
  return { ...makePair[alg](), alg, kid };
}

export async function jwksOf(keys: readonly SigningKey[]) {
  const jwks = keys.map(async ({ publicKey, kid }) => ({ ...(await exportJWK(publicKey)), kid }));
  return { keys: await Promise.all(jwks) };
}

export function sign(
  { privateKey, alg, kid }: SigningKey,
  claims: Claims,
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  return new SignJWT(claims as JWTPayload).setProtectedHeader({ alg, typ: 'at+jwt', kid, ...header }).sign(privateKey);
}
