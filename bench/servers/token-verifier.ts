import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createVerifier } from 'fast-jwt';

/** Tells good tokens of the bench's issuer from others, and remembers the good ones for ten seconds. */
export function tokenVerifier(): (authorization: string | undefined) => boolean {
  const { AUTH_JWKS_FILE = '', AUTH_ISSUER = '', AUTH_AUDIENCE = '' } = process.env;
  const [jwk] = JSON.parse(readFileSync(AUTH_JWKS_FILE, 'utf8')).keys;
  const verify = createVerifier({
    key: createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }),
    algorithms: ['ES256'],
    allowedIss: AUTH_ISSUER,
    allowedAud: AUTH_AUDIENCE,
    cache: 1_000,
    cacheTTL: 10_000,
  });
  return (authorization = '') => {
    try {
      verify(authorization.slice('Bearer '.length));
      return true;
    } catch {
      return false;
    }
  };
}
