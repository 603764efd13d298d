import { readFileSync } from 'node:fs';
import type { AuthSettings, TokenSettings } from '../auth/auth-settings.ts';
import { keySetMistake } from '../auth/key-set.ts';
import type { Environment } from './environment.ts';
import { parseHttpUrl } from './http-url.ts';
import { isLoopback } from './loopback.ts';

export const authVariables: readonly string[] = ['AUTH_JWKS_URL', 'AUTH_JWKS_FILE', 'AUTH_ISSUER', 'AUTH_AUDIENCE'];

export function readAuth(environment: Environment, host: string, production: boolean): AuthSettings {
  const auth = environment.get('AUTH') ?? 'none';
  if (auth === 'jwt') {
    return {
      mode: 'jwt',
      jwks: readJwks(environment, production),
      issuer: readIssuer(environment, production),
      audience: readAudience(environment),
    };
  }
  const meant = authVariables.find((name) => environment.has(name));
  if (auth !== 'none') {
    environment.mistakes.push('AUTH must be none or jwt.');
  } else if (production) {
    environment.mistakes.push('AUTH must authenticate callers in production: set AUTH=jwt.');
  } else if (meant !== undefined) {
    environment.mistakes.push(`${meant} is set and AUTH is none: set AUTH=jwt, or unset it.`);
  } else if (!isLoopback(host)) {
    // Everyone who reaches the port may cancel, so it must be nobody but this machine.
    environment.mistakes.push('HOST must be a loopback address (127.0.0.1, ::1, localhost) while AUTH is none.');
  }
  return { mode: 'none' };
}

function readJwks(environment: Environment, production: boolean): TokenSettings['jwks'] {
  const url = environment.get('AUTH_JWKS_URL');
  const file = environment.get('AUTH_JWKS_FILE');
  if (url !== undefined && file !== undefined) {
    environment.mistakes.push('AUTH_JWKS_URL and AUTH_JWKS_FILE are both set; keep one of them.');
  } else if (file !== undefined) {
    checkKeySet(environment, file);
    return { file };
  } else if (url === undefined) {
    environment.mistakes.push(
      'AUTH_JWKS_URL is missing: AUTH=jwt needs it, or AUTH_JWKS_FILE, for the keys of the issuer.',
    );
  } else {
    checkUrl(environment, 'AUTH_JWKS_URL', url, production);
  }
  return { url: url ?? '' };
}

function checkKeySet(environment: Environment, path: string): void {
  try {
    const mistake = keySetMistake(readFileSync(path, 'utf8'));
    if (mistake !== null) environment.mistakes.push(`AUTH_JWKS_FILE names a file that ${mistake}.`);
  } catch {
    environment.mistakes.push(
      'AUTH_JWKS_FILE names a file that cannot be read; check that it exists and its permissions.',
    );
  }
}

/** Compared with the `iss` of tokens to the letter, a final slash included, so it is kept as it is written. */
function readIssuer(environment: Environment, production: boolean): string {
  const issuer = environment.get('AUTH_ISSUER');
  if (issuer === undefined) {
    environment.mistakes.push('AUTH_ISSUER is missing: AUTH=jwt needs the iss of the tokens, to the letter.');
    return '';
  }
  checkUrl(environment, 'AUTH_ISSUER', issuer, production);
  return issuer;
}

function readAudience(environment: Environment): string {
  const audience = environment.get('AUTH_AUDIENCE');
  if (audience === undefined) {
    environment.mistakes.push('AUTH_AUDIENCE is missing: AUTH=jwt needs the aud by which tokens name this gateway.');
  } else if (!/^[\x21-\x7e]{1,255}$/.test(audience)) {
    environment.mistakes.push('AUTH_AUDIENCE must be 1 to 255 visible ASCII characters without spaces.');
  }
  return audience ?? '';
}

function checkUrl(environment: Environment, name: string, text: string, production: boolean): void {
  const parsed = parseHttpUrl(text);
  if ('mistake' in parsed) environment.mistakes.push(`${name} ${parsed.mistake}`);
  else if (production && parsed.url.protocol !== 'https:') {
    environment.mistakes.push(`${name} must begin with https:// in production.`);
  }
}
