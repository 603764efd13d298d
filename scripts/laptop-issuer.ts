import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';

const alg = 'ES256';

/** An identity provider of files, for trying the gateway: a private key, and the public one that a gateway reads. */
export interface LaptopIssuer {
  /** The settings of a gateway that takes its tokens. */
  readonly settings: Readonly<Record<string, string>>;
  sign(claims: JWTPayload, ttlSeconds: number): Promise<string>;
}

/** The one of a directory; its key pair is made when there is none, and kept. */
export async function laptopIssuer(directory: string): Promise<LaptopIssuer> {
  const files = { secret: join(directory, 'private-key.json'), jwks: join(directory, 'jwks.json') };
  if (!existsSync(files.secret)) await makeKeys(directory, files);
  const secret: JWK = JSON.parse(readFileSync(files.secret, 'utf8'));
  const key = await importJWK(secret, alg);
  const settings = {
    AUTH: 'jwt',
    AUTH_JWKS_FILE: files.jwks,
    AUTH_ISSUER: 'https://localhost/laptop',
    AUTH_AUDIENCE: 'cancellation-gateway',
  };
  return {
    settings,
    sign: (claims, ttlSeconds) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg, typ: 'at+jwt', ...(secret.kid !== undefined && { kid: secret.kid }) })
        .setIssuer(settings.AUTH_ISSUER)
        .setAudience(settings.AUTH_AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(`${ttlSeconds} seconds`)
        .sign(key),
  };
}

/** The private key is for its owner's eyes, and comes last: where it is, the public one is too. */
async function makeKeys(directory: string, files: { readonly secret: string; readonly jwks: string }): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const kid = randomUUID();
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(files.jwks, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), alg, kid }] }));
  writeFileSync(files.secret, JSON.stringify({ ...(await exportJWK(privateKey)), kid }), { mode: 0o600, flag: 'wx' });
}
