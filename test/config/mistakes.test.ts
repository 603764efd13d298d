import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { definitions } from './definitions.ts';

function mistakesOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env, definitions);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

const vtex = { VTEX_BASE_URL: 'https://vtex.example', VTEX_APP_KEY: 'key', VTEX_APP_TOKEN: 'token' };
const jwt = {
  AUTH: 'jwt',
  AUTH_JWKS_URL: 'https://issuer.example/keys?set=1',
  AUTH_ISSUER: 'https://issuer.example/',
  AUTH_AUDIENCE: 'gateway',
};
const token = { MERCADO_PAGO_ACCESS_TOKEN: 'TEST-123' };

const table: [name: string, value: string, says: RegExp, rest?: NodeJS.ProcessEnv][] = [
  ['PORT', '65536', /whole number from 0 to 65535/],
  ['PORT', '4e3', /whole number/],
  ['PORT', '-1', /whole number/],
  ['HOST', 'spaced host', /address or name to listen on/],
  ['HOST', '0.0.0.0', /loopback address .* while AUTH is none/],
  ['NODE_ENV', 'staging', /one of development, test, production/],
  ['LOG_LEVEL', 'loud', /one of trace, debug/],
  ['AUTH', 'hunter2', /must be none or jwt/],
  ['AUTH_ISSUER', 'https://issuer.example', /set AUTH=jwt, or unset it/],
  ['AUTH_ISSUER', 'http://hunter2.example', /must begin with https/, jwt],
  ['AUTH_ISSUER', 'hunter2', /full address/, jwt],
  ['AUTH_ISSUER', '', /is missing: .*to the letter/, jwt],
  ['AUTH_AUDIENCE', '', /is missing/, jwt],
  ['AUTH_AUDIENCE', 'two hunter2s', /visible ASCII/, jwt],
  ['AUTH_AUDIENCE', 'x'.repeat(256), /1 to 255/, jwt],
  ['AUTH_JWKS_URL', '', /is missing: .*or AUTH_JWKS_FILE/, jwt],
  ['AUTH_JWKS_URL', 'http://issuer.example/keys', /must begin with https/, jwt],
  ['AUTH_JWKS_URL', 'https://user:hunter2@issuer.example', /user name or a password/, jwt],
  ['AUTH_JWKS_URL', 'https://issuer.example/other', /both set/, { ...jwt, AUTH_JWKS_FILE: '/nowhere/hunter2' }],
  ['AUTH_JWKS_FILE', '/nowhere/hunter2', /cannot be read/, { ...jwt, AUTH_JWKS_URL: '' }],
  ['AUTH_AUDIENSE', 'hunter2', /likely a typo.*AUTH_AUDIENCE/],
  ['DATABASE_URL', 'postgres://user:hunter2@db', /like postgres:/],
  ['DATABASE_URL', 'postgres://user:hunt er2@db/x', /%-encoded/],
  ['DATABASE_URL', 'postgres://user:hunter2@db:port/x', /like postgres:/],
  ['DATABASE_URL', 'mysql://user:hunter2@db/x', /or a postgres:/],
  ['DATABASE_URL_FILE', '/nowhere/hunter2', /cannot be read/],
  ['DATABASE_URL', './plain/path.db', /file: and a path/],
  ['DATABASE_URL', 'file:', /file: and a path/],
  ['CORS_ORIGINS', '*', /\* is refused/],
  ['CORS_ORIGINS', 'https://a.example,*', /\* is refused/],
  ['CORS_ORIGINS', 'https://a.example/', /as browsers send them/],
  ['CORS_ORIGINS', 'https://A.example', /as browsers send them/],
  ['CORS_ORIGINS', 'ftp://a.example', /as browsers send them/],
  ['CORS_ORIGINS', 'null', /as browsers send them/],
  ['ALLOW_LIVE_IN_DEV', 'yes', /true, false, 1 or 0/],
  ['MERCADO_PAGO_ACCESS_TOKEN', 'TEST hunter2', /visible ASCII/],
  ['MERCADO_PAGO_ACCESS_TOKEN', 'TEST-hunter2\n', /visible ASCII/],
  ['MERCADO_PAGO_ACCESS_TOKEN', 'TEST-clé', /visible ASCII/],
  ['MERCADO_PAGO_ACCESS_TOKEN', 'APP_USR-hunter2', /ALLOW_LIVE_IN_DEV=1/],
  ['MERCADO_PAGO_ORDERS_ACCESS_TOKEN', 'APP_USR-hunter2', /ALLOW_LIVE_IN_DEV=1/, token],
  ['MERCADO_PAGO_ORDERS_ACCESS_TOKEN', 'TEST hunter2', /visible ASCII/, token],
  ['MERCADO_PAGO_ORDERS_ACCESS_TOKEN_FILE', '/nowhere/hunter2', /cannot be read/, token],
  ['MERCADO_PAGO_BASE_URL', 'http://api.example', /must begin with https/, token],
  ['MERCADO_PAGO_BASE_URL', 'ftp://127.0.0.1', /must begin with https/, token],
  ['MERCADO_PAGO_BASE_URL', 'not a url', /full address/, token],
  ['MERCADO_PAGO_BASE_URL', 'https://api.exa\tmple', /full address/, token],
  ['MERCADO_PAGO_BASE_URL', 'https://user:hunter2@api.example', /user name or a password/, token],
  ['MERCADO_PAGO_BASE_URL', 'https://api.example/?hunter2', /\? or #/, token],
  ['MERCADO_PAGO_BASE_URL', 'https://api.example/#', /\? or #/, token],
  ['VTEX_SANDBOX_MODE', 'on', /true, false, 1 or 0/, vtex],
  ['VTEX_DIALECT', 'v3', /one of v1, v2/, vtex],
  ['VTEX_APP_TOKNE', 'hunter2', /likely a typo/],
  ['MERCADOPAGO_ACCESS_TOKEN', 'hunter2', /likely a typo.*MERCADO_PAGO_ACCESS_TOKEN/],
  ['MERCADO_PAGO_TOKEN', 'hunter2', /use MERCADO_PAGO_ACCESS_TOKEN/],
  ['CORS_ORIGIN', 'https://a.example', /use CORS_ORIGINS/],
  ['DATABASE_PASSWORD', 'hunter2', /use DATABASE_URL/],
  ['RATE_LIMIT_CANCELS', '60', /use RATE_LIMIT_CANCELS_PER_MINUTE/],
  ['RATE_LIMIT_CANCELS_PER_MINUTE', '1e3', /whole number from 0 to/],
  ['RATE_LIMIT_SHOPPER_CANCELS_PER_MINUTE', '-1', /whole number from 0 to/],
  ['RATE_LIMIT_READS_PER_MINUTE', '1000001', /whole number from 0 to/],
  ['RATE_LIMIT_NOT_FOUND_PER_MINUTE', 'many', /whole number from 0 to/],
  ['MAX_REQUESTS_IN_FLIGHT', '0', /whole number from 1 to/],
  ['MAX_LIVE_CONNECTIONS', 'some', /whole number from 0 to/],
];

describe('mistakes in the environment', () => {
  it.each(table)('%s=%s is one mistake, without its value', (name, value, says, rest = {}) => {
    const mistakes = mistakesOf({ ...rest, [name]: value });
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(new RegExp(`^${name}\\b`));
    expect(mistakes[0]).toMatch(says);
    expect(mistakes[0]).not.toContain('hunter2');
    if (value.length > 8) expect(mistakes[0]).not.toContain(value);
  });

  it('names every missing setting of a partly configured provider', () => {
    expect(mistakesOf({ VTEX_APP_KEY: 'hunter2' })).toEqual([
      'VTEX_BASE_URL is missing: VTEX needs it, and VTEX_APP_KEY is set. Set all that it needs or none.',
      'VTEX_APP_TOKEN is missing: VTEX needs it, and VTEX_APP_KEY is set. Set all that it needs or none.',
    ]);
  });

  it.each([
    { MERCADO_PAGO_BASE_URL: 'https://api.example' },
    { MERCADO_PAGO_ORDERS_ACCESS_TOKEN: 'TEST-2' },
    { VTEX_SANDBOX_MODE: 'true' },
  ])('takes a lone optional setting as meant: %o', (env) => expect(mistakesOf(env).join()).toMatch(/is missing/));

  it.each([
    ['<html>', /no JSON Web Key Set/],
    ['null', /no JSON Web Key Set/],
    ['{"keys":{}}', /no JSON Web Key Set/],
    ['{"keys":[1]}', /no JSON Web Key Set/],
    ['{"keys":[]}', /no key with a kid/],
    ['{"keys":[{"kty":"EC"}]}', /no key with a kid/],
    ['{"keys":[{"kid":"1","d":"hunter2"}]}', /private key/],
    ['{"keys":[{"kid":"1","k":"hunter2"}]}', /private key/],
  ])('names what is wrong with the key set %s', (text, says) => {
    const file = join(temporaryDirectory('key-set'), 'jwks.json');
    writeFileSync(file, text);
    const [mistake, ...others] = mistakesOf({ ...jwt, AUTH_JWKS_URL: '', AUTH_JWKS_FILE: file });
    expect(others).toEqual([]);
    expect(mistake).toMatch(/^AUTH_JWKS_FILE names a file that /);
    expect(mistake).toMatch(says);
    expect(mistake).not.toContain('hunter2');
  });

  it('reports all mistakes at once, one per line', () => {
    const env = { PORT: 'x', LOG_LEVEL: 'x', DATABASE_URL: 'x', CORS_ORIGINS: 'x', VTEX_BASE_URL: 'x' };
    expect(mistakesOf(env)).toHaveLength(7);
    expect(() => readConfig(env, definitions)).toThrow(/^PORT .*\nDATABASE_URL .*\n/);
  });
});
