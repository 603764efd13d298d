import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { durablePlaceMistake } from '../../src/config/sqlite-place.ts';
import { ConfigError, readConfig } from '../../src/config.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { definitions } from './definitions.ts';

const folder = temporaryDirectory('production');

/** What production starts with. */
const sound = {
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  AUTH: 'jwt',
  AUTH_JWKS_URL: 'https://issuer.example/keys',
  AUTH_ISSUER: 'https://issuer.example/',
  AUTH_AUDIENCE: 'cancellation-gateway',
  DATABASE_URL: `file:${join(folder, 'data', 'cancellations.db')}`,
  MERCADO_PAGO_ACCESS_TOKEN: 'APP_USR-hunter2',
};

const elsewhere = { ...sound, NODE_ENV: 'development', ALLOW_LIVE_IN_DEV: '1' };

function mistakesOf(env: NodeJS.ProcessEnv, execArgv: string[] = []): readonly string[] {
  try {
    readConfig(env, definitions, 'development', execArgv);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

it('starts in production with sound settings, on any address', () => {
  const config = readConfig(sound, definitions);
  expect(config).toMatchObject({ host: '0.0.0.0', production: true, introspection: false, explorer: false });
});

it('counts an unset NODE_ENV as production where that is asked for', () => {
  const { NODE_ENV: _, ...unset } = sound;
  expect(readConfig(unset, definitions, 'production').production).toBe(true);
  expect(readConfig({ ...unset, NODE_ENV: '' }, definitions, 'production').production).toBe(true);
  expect(readConfig({ ...unset, NODE_ENV: 'test', ALLOW_LIVE_IN_DEV: '1' }, definitions, 'production').production).toBe(
    false,
  );
  expect(readConfig({ ...unset, ALLOW_LIVE_IN_DEV: '1' }, definitions).production).toBe(false);
});

const unsafe: [name: string, value: string, says: RegExp][] = [
  ['AUTH_JWKS_URL', 'http://127.0.0.1:9000/keys', /https:/],
  ['AUTH_ISSUER', 'http://localhost:9000/', /https:/],
  ['MERCADO_PAGO_BASE_URL', 'http://127.0.0.1:9000', /https:/],
  ['MERCADO_PAGO_BASE_URL', 'HTTP://localhost:9000', /https:/],
  ['INTROSPECTION', 'true', /unset or false/],
  ['EXPLORER', '1', /unset or false/],
  ['LOG_LEVEL', 'debug', /info or higher/],
  ['LOG_LEVEL', 'trace', /info or higher/],
  ['NODE_TLS_REJECT_UNAUTHORIZED', '0', /certificate checks/],
  ['NODE_OPTIONS', '--max-old-space-size=100 --inspect=0.0.0.0', /--inspect/],
  ['NODE_OPTIONS', '--inspect-brk', /--inspect/],
  ['NODE_OPTIONS', '--insecure_http_parser', /--insecure-http-parser/],
  ['NODE_OPTIONS', '--insecure-http-parser', /--insecure-http-parser/],
  ['DATABASE_URL', 'file::memory:', /records in memory/],
  ['REPLICAS', '2', /share a PostgreSQL database/],
  ['DATABASE_URL', 'postgres://user:hunter2@db.example/records?sslmode=no-verify', /sslmode=no-verify/],
];

describe('production refuses', () => {
  it.each(unsafe)('%s=%s, which is good enough elsewhere', (name, value, says) => {
    const [mistake, ...others] = mistakesOf({ ...sound, [name]: value });
    expect(others).toEqual([]);
    expect(mistake).toMatch(new RegExp(`^${name} must`));
    expect(mistake).toMatch(says);
    expect(mistake).not.toMatch(/hunter2|9000/);
    expect(mistakesOf({ ...elsewhere, [name]: value })).toEqual([]);
  });

  it('two processes on a file, and no number of them on PostgreSQL', () => {
    const DATABASE_URL = 'postgres://user:hunter2@db.example/records';
    expect(mistakesOf({ ...sound, REPLICAS: '1' })).toEqual([]);
    expect(mistakesOf({ ...sound, REPLICAS: '200', DATABASE_URL })).toEqual([]);
    expect(mistakesOf({ ...sound, REPLICAS: 'many', DATABASE_URL })).toEqual([
      expect.stringMatching(/^REPLICAS must be/),
    ]);
  });

  it.each([
    ['--inspect', '--inspect'],
    ['--inspect=0.0.0.0:9229', '--inspect'],
    ['--inspect-brk', '--inspect'],
    ['--inspect_brk', '--inspect'],
    ['--insecure-http-parser', '--insecure-http-parser'],
    ['--insecure_http_parser', '--insecure-http-parser'],
  ])('%s on the command line', (argument, option) => {
    const execArgv = ['--enable-source-maps', argument];
    expect(mistakesOf(sound, execArgv)).toEqual([`node must not be started with ${option} in production.`]);
    expect(mistakesOf({ ...sound, NODE_ENV: 'test', ALLOW_LIVE_IN_DEV: '1' }, execArgv)).toEqual([]);
    expect(mistakesOf(sound, ['--enable-source-maps', '--max-old-space-size=100'])).toEqual([]);
  });

  it('callers who need not say who they are', () => {
    const { AUTH: _, ...open } = sound;
    expect(mistakesOf(open)).toEqual([expect.stringMatching(/^AUTH must authenticate callers in production/)]);
  });

  it('to start without a provider', () => {
    const { MERCADO_PAGO_ACCESS_TOKEN: _, ...without } = sound;
    expect(mistakesOf(without)).toEqual([expect.stringMatching(/^TENANTS_FILE is unset, and so are the settings/)]);
  });

  it('plain addresses of tenants, at the start and when they are read again', () => {
    const { MERCADO_PAGO_ACCESS_TOKEN, ...rest } = sound;
    const TENANTS_FILE = join(folder, 'tenants.json');
    const written = (MERCADO_PAGO_BASE_URL: string) =>
      writeFileSync(
        TENANTS_FILE,
        JSON.stringify({ tenants: { acme: { MERCADO_PAGO_ACCESS_TOKEN, MERCADO_PAGO_BASE_URL } } }),
      );
    const mistake = 'TENANTS_FILE, acme: MERCADO_PAGO_BASE_URL must begin with https:// in production.';
    written('http://127.0.0.1:9000');
    expect(mistakesOf({ ...rest, TENANTS_FILE })).toEqual([mistake]);
    written('https://api.example');
    const config = readConfig({ ...rest, TENANTS_FILE }, definitions);
    written('http://127.0.0.1:9000');
    expect(() => config.rereadTenancy()).toThrow(mistake);
  });
});

describe('elsewhere', () => {
  it('nothing is warned of that production would take', () => {
    expect(readConfig(elsewhere, definitions).warnings).toEqual([]);
    expect(readConfig(sound, definitions).warnings).toEqual([]);
  });

  it('what is as it should be there is no warning', () => {
    const telling = { INTROSPECTION: 'true', EXPLORER: 'true', LOG_LEVEL: 'trace' };
    expect(readConfig({ ...elsewhere, ...telling }, definitions).warnings).toEqual([]);
  });

  it('what undoes a promise is a warning each', () => {
    const unfit = { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_OPTIONS: '--inspect', REPLICAS: '3' };
    const { warnings } = readConfig({ ...elsewhere, ...unfit }, definitions, 'development', ['--insecure-http-parser']);
    expect(warnings.map((warning) => warning.split(' ')[0])).toEqual([
      'NODE_TLS_REJECT_UNAUTHORIZED',
      'NODE_OPTIONS',
      'node',
      'REPLICAS',
    ]);
  });
});

describe('a file of records', () => {
  it('may lie in folders that are still to be made', () => {
    expect(durablePlaceMistake(join(folder, 'some', 'where', 'cancellations.db'))).toBeNull();
  });

  it.skipIf(!existsSync('/proc/self'))('may not lie where no file can be made, not even by root', () => {
    expect(durablePlaceMistake('/proc/x/cancellations.db')).toMatch(
      /^names a place (that cannot be written|in the kernel)/,
    );
  });

  it.skipIf(process.getuid?.() === 0)('may not lie in a folder that may not be written', () => {
    mkdirSync(join(folder, 'closed'), { mode: 0o555 });
    expect(durablePlaceMistake(join(folder, 'closed', 'a.db'))).toMatch(/^names a place that cannot be written/);
  });

  it.skipIf(!existsSync('/dev/shm'))('may not lie in memory', () => {
    mkdirSync(join(folder, 'disk'), { recursive: true });
    expect(durablePlaceMistake('/dev/shm/cancellations.db')).toMatch(/^names a place in memory \(tmpfs\)/);
    expect(mistakesOf({ ...sound, DATABASE_URL: 'file:/dev/shm/cancellations.db' })).toEqual([
      expect.stringMatching(/^DATABASE_URL names a place in memory/),
    ]);
  });
});
