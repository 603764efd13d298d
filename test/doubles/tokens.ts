import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';
import type { Clock } from '../../src/cancellation/clock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Other values for the claims of a good token; what is undefined is left out of it. */
export interface Claims extends JWTPayload {
  readonly scope?: unknown;
  readonly tenant?: unknown;
  readonly authorization_details?: unknown;
  readonly external_references?: unknown;
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
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly kid: string;
}

const issuer = 'https://issuer.example/';
const audience = 'cancellation-gateway';

/** `clock` is the gateway's, where it is not the real one: tokens are made at its time. */
export async function startIssuer(clock: Pick<Clock, 'now'> = Date): Promise<Issuer> {
  const key = newKey();
  const file = join(temporaryDirectory('issuer'), 'jwks.json');
  writeFileSync(file, JSON.stringify(await jwksOf([key])));
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

export function newKey(kid: string = randomUUID()): SigningKey {
  return { ...generateKeyPairSync('ec', { namedCurve: 'P-256' }), kid };
}

export async function jwksOf(keys: readonly SigningKey[]) {
  const jwks = keys.map(async ({ publicKey, kid }) => ({ ...(await exportJWK(publicKey)), kid }));
  return { keys: await Promise.all(jwks) };
}

export function sign(
  { privateKey, kid }: SigningKey,
  claims: Claims,
  header: Partial<JWTHeaderParameters> = {},
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header }).sign(privateKey);
}
