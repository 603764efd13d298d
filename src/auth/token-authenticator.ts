import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../cancellation/clock.ts';
import type { TokenSettings } from './auth-settings.ts';
import type { Authentication, Authenticator } from './authenticator.ts';
import { type KeySource, KeysUnavailable } from './key-source.ts';
import { callerOf, type TenantOf } from './token-caller.ts';
import { endOf, type VerifiedTokens } from './verified-tokens.ts';

const longestToken = 8 * 1_024;
/** With the word before it. */
const longestHeader = longestToken + 64;
const bearer = /^bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;
/** Of an access token (RFC 9068), in both its spellings, and of issuers that do not tell their tokens apart. */
const types: readonly unknown[] = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

/** Takes the access tokens of one issuer, as `Authorization: Bearer` and nowhere else. */
export class TokenAuthenticator implements Authenticator {
  readonly #settings: TokenSettings;
  readonly #keys: KeySource;
  readonly #clock: Clock;
  readonly #tenantOf: TenantOf;
  readonly #verified: VerifiedTokens;

  constructor(settings: TokenSettings, keys: KeySource, clock: Clock, tenantOf: TenantOf, verified: VerifiedTokens) {
    this.#tenantOf = tenantOf;
    this.#settings = settings;
    this.#keys = keys;
    this.#clock = clock;
    this.#verified = verified;
  }

  async authenticate(authorization: readonly string[]): Promise<Authentication> {
    const [header, ...others] = authorization;
    if (header === undefined) return refused('no-token');
    if (others.length > 0) return refused('two-tokens');
    if (header.length > longestHeader) return refused('token-too-long');
    const token = bearer.exec(header)?.[1];
    if (token === undefined) return refused('no-bearer-jwt');
    if (token.length > longestToken) return refused('token-too-long');
    return this.#remembered(token) ?? this.#check(token);
  }

  ready(): Promise<boolean> {
    return this.#keys.available();
  }

  reload(): Promise<void> {
    this.#verified.forget();
    return this.#keys.reload();
  }

  /** Tenants come, go and get other names while their tokens stay as they are. */
  #remembered(token: string): Authentication | null {
    const verified = this.#verified.find(token);
    if (verified === null) return null;
    const { caller, claims } = verified;
    return this.#tenantOf(claims['tenant']) === caller.tenant ? { kind: 'caller', caller, until: endOf(claims) } : null;
  }

  async #check(token: string): Promise<Authentication> {
    const { issuer, audience } = this.#settings;
    const remember = this.#verified.checking();
    try {
      const { payload } = await jwtVerify(token, this.#keyFor, {
        issuer,
        audience,
        algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
        requiredClaims: ['exp', 'iat', 'sub'],
        maxTokenAge: '1h',
        clockTolerance: 5,
        currentDate: new Date(this.#clock.now()),
      });
      const read = callerOf(payload, this.#tenantOf);
      if ('malformedClaim' in read) return refused(`claim-${read.malformedClaim}`);
      const { caller } = read;
      remember(token, { caller, claims: payload });
      return { kind: 'caller', caller, until: endOf(payload) };
    } catch (error) {
      if (error instanceof KeysUnavailable) return { kind: 'unavailable', retryAfterMs: error.retryAfterMs };
      if (error instanceof errors.JOSEError) return refused(reasonOf(error));
      throw error;
    }
  }

  /** jose takes a token without `kid` where one key fits. What is named neither here nor there is never guessed. */
  readonly #keyFor: JWTVerifyGetKey = (header, token) => {
    if (typeof header.kid !== 'string') throw new errors.JWSInvalid('The token names no key.');
    const type = typeof header.typ === 'string' ? header.typ.toLowerCase() : header.typ;
    if (!types.includes(type)) throw new errors.JWTInvalid('The token is no access token.');
    return this.#keys.keyFor(header, token);
  };
}

const reasons: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: 'too-old',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signature',
  ERR_JOSE_ALG_NOT_ALLOWED: 'algorithm',
  ERR_JWKS_NO_MATCHING_KEY: 'unknown-key',
};

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTClaimValidationFailed) return `claim-${error.claim}`;
  return reasons[error.code] ?? 'no-access-token';
}

function refused(reason: string): Authentication {
  return { kind: 'refused', reason };
}
