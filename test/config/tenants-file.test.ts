import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Environment } from '../../src/config/environment.ts';
import { readTenancy } from '../../src/config/read-tenancy.ts';
import type { Tenancy } from '../../src/config/tenancy.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { definitions } from './definitions.ts';

const directory = temporaryDirectory('tenants');
mkdirSync(join(directory, 'secrets'));
writeFileSync(join(directory, 'secrets/acme'), 'TEST-of-acme\n');

const token = 'MERCADO_PAGO_ACCESS_TOKEN';
const acme = { [token]: 'TEST-1' };
let files = 0;

function read(content: unknown, env: NodeJS.ProcessEnv = {}) {
  const path = join(directory, `${++files}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const environment = new Environment({ AUTH: 'jwt', TENANTS_FILE: path, ...env });
  const tenancy = readTenancy(environment, definitions, false);
  return { path, tenancy, mistakes: environment.mistakes };
}

function secretOf(tenancy: Tenancy, name: string): string | undefined {
  return tenancy.providers.get(name)?.[0]?.settings.secret(token).reveal();
}

describe('a file of tenants', () => {
  it('gives each tenant its own providers', () => {
    const vtex = { VTEX_BASE_URL: 'https://vtex.example', VTEX_APP_KEY: 'k', VTEX_APP_TOKEN: 't' };
    const { tenancy, mistakes } = read({ tenants: { acme, 'b.c_d-0': { ...vtex, VTEX_SANDBOX_MODE: 'true' } } });
    expect(mistakes).toEqual([]);
    expect(secretOf(tenancy, 'acme')).toBe('TEST-1');
    const [other] = tenancy.providers.get('b.c_d-0') ?? [];
    expect(other?.definition.id).toBe('VTEX');
    expect(other?.settings.flag('VTEX_SANDBOX_MODE')).toBe(true);
    expect([...(tenancy.recordNames ?? [])]).toEqual([
      ['acme', 'acme'],
      ['b.c_d-0', 'b.c_d-0'],
    ]);
  });

  it.each(['secrets/acme', './secrets/acme', join(directory, 'secrets/acme')])('takes the secret of %s', (secret) => {
    const { tenancy, mistakes, path } = read({ tenants: { acme: { [`${token}_FILE`]: secret } } });
    expect(mistakes).toEqual([]);
    expect(secretOf(tenancy, 'acme')).toBe('TEST-of-acme');
    expect(tenancy.files).toEqual([path, join(directory, 'secrets/acme')]);
  });

  it('keeps the records of the single tenant under their name', () => {
    const { tenancy } = read({ singleTenantRecords: 'acme', tenants: { acme, other: acme } });
    expect(tenancy.recordNames?.get('acme')).toBe('default');
    expect(secretOf(tenancy, 'default')).toBe('TEST-1');
    expect(tenancy.providers.has('acme')).toBe(false);
    expect(tenancy.recordNames?.get('other')).toBe('other');
  });

  it.each([
    [{}, undefined],
    [{ singleTenantRecords: null }, null],
    [{ singleTenantRecords: 'acme' }, 'acme'],
  ])('says whose the older records are: %j', (given, expected) => {
    expect(read({ ...given, tenants: { acme } }).tenancy.singleTenantRecords).toBe(expected);
  });

  it('may name its schema', () => {
    expect(read({ $schema: './tenants.schema.json', tenants: { acme } }).mistakes).toEqual([]);
  });

  it('holds as many tenants as there may be', () => {
    const names = Array.from({ length: 10_000 }, (_, n) => [`t${n}`, acme]);
    expect(read({ tenants: Object.fromEntries(names) }).mistakes).toEqual([]);
    const more = Object.fromEntries([...names, ['one-more', acme]]);
    expect(read({ tenants: more }).mistakes).toEqual(['TENANTS_FILE names more than 10000 tenants.']);
  });
});

const one = (settings: unknown, name = 'acme') => ({ tenants: { [name]: settings } });

const mistakes: [what: string, content: unknown, says: RegExp][] = [
  ['no JSON', '{ "hunter2', /^TENANTS_FILE, line 1: this is not JSON\.$/],
  ['no JSON further down', '{\n"tenants": {\n"acme": hunter2}}', /^TENANTS_FILE(, line 3)?: this is not JSON\.$/],
  ['an empty file', '', /this is not JSON/],
  ['null', 'null', /tenants must be an object/],
  ['a list', [], /must hold a JSON object/],
  ['no tenants', {}, /tenants must be an object/],
  ['a list of tenants', { tenants: ['hunter2'] }, /tenants must be an object/],
  ['nobody', { tenants: {} }, /names no tenant/],
  ['a tenant twice', '{"tenants":{\n"acme":{},\n"acme":{}}}', /line 3: acme stands twice/],
  [
    'a variable twice',
    `{"tenants":{"acme":{"${token}":"TEST-1","${token}":"TEST-1"}}}`,
    /line 1: MERCADO_PAGO_ACCESS_TOKEN/,
  ],
  ['a tenant twice, escaped', '{"tenants":{"acme":{},"\\u0061cme":{}}}', /acme stands twice/],
  ['a name that is no member', '{"tenants":{"__proto__":{}}}', /__proto__ stands twice in one object, or may not/],
  ['an unknown member', { ...one(acme), hunter: 1 }, /: hunter is unknown; use tenants and/],
  ['a reserved name', one(acme, 'default'), /^TENANTS_FILE, default is no name for a tenant/],
  ['an upper-case name', one(acme, 'Acme'), /^TENANTS_FILE, Acme is no name/],
  ['a name with a line break', one(acme, 'a\nb'), /^TENANTS_FILE, a\?b is no name/],
  ['a long name', one(acme, 'a'.repeat(65)), /is no name/],
  ['a name that begins with a dot', one(acme, '.a'), /is no name/],
  ['a tenant that is text', one('hunter2'), /, acme: its settings must be an object/],
  ['a tenant without providers', one({}), /, acme: has no provider/],
  ['a number', one({ [token]: 12345678 }), /, acme: MERCADO_PAGO_ACCESS_TOKEN must be text\.$/],
  ['an empty secret', one({ [token]: '' }), /, acme: MERCADO_PAGO_ACCESS_TOKEN is empty/],
  ['a flag that is none', one({ ...acme, VTEX_SANDBOX_MODE: 'hunter2' }), /VTEX_SANDBOX_MODE must be one of .*as text/],
  ['a flag that is no text', one({ ...acme, VTEX_SANDBOX_MODE: true }), /VTEX_SANDBOX_MODE must be one of .*as text/],
  ['a choice that is none', one({ ...acme, VTEX_DIALECT: 'v3' }), /VTEX_DIALECT must be one of v1, v2/],
  ['an unknown variable', one({ ...acme, VTEX_APP_TOKNE: 'hunter2' }), /, acme: VTEX_APP_TOKNE is unknown; use MERC/],
  ['a setting of the gateway', one({ ...acme, DATABASE_URL: 'hunter2' }), /, acme: DATABASE_URL is unknown/],
  [
    'a bad address',
    one({ ...acme, MERCADO_PAGO_BASE_URL: 'http://hunter2.example' }),
    /, acme: MERCADO_PAGO_BASE_URL must begin/,
  ],
  ['a bad secret', one({ [token]: 'TEST hunter2' }), /, acme: MERCADO_PAGO_ACCESS_TOKEN must hold visible ASCII/],
  ['a live secret', one({ [token]: 'APP_USR-hunter2' }), /, acme: MERCADO_PAGO_ACCESS_TOKEN looks like a live/],
  [
    'an unreadable secret',
    one({ [`${token}_FILE`]: 'nowhere/hunter2' }),
    /, acme: MERCADO_PAGO_ACCESS_TOKEN_FILE names a file/,
  ],
  ['a secret given twice', one({ ...acme, [`${token}_FILE`]: 'secrets/acme' }), /, acme: .* are both set/],
  ['half a provider', one({ VTEX_APP_KEY: 'k', VTEX_APP_TOKEN: 't' }), /, acme: VTEX_BASE_URL is missing/],
  [
    'records of nobody',
    { singleTenantRecords: 'hunter2', tenants: { acme } },
    /singleTenantRecords must be one of the tenants/,
  ],
  [
    'records of no name',
    { singleTenantRecords: 7, tenants: { acme } },
    /singleTenantRecords must be the name of a tenant/,
  ],
];

describe('mistakes in a file of tenants', () => {
  it.each(mistakes)('%s is one line, without its value', (_, content, says) => {
    const { mistakes } = read(content);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(says);
    expect(mistakes[0]).toMatch(/^TENANTS_FILE[^\n]*$/);
    expect(mistakes[0]).not.toMatch(/hunter2|12345678/);
  });

  it('are told for every tenant at once', () => {
    const { mistakes } = read({ tenants: { a: { [token]: 'a b' }, b: { VTEX_APP_KEY: 'k' }, c: acme } });
    expect(mistakes.map((mistake) => /^TENANTS_FILE, (\w+): (\w+)/.exec(mistake)?.slice(1))).toEqual([
      ['a', token],
      ['b', 'VTEX_BASE_URL'],
      ['b', 'VTEX_APP_TOKEN'],
    ]);
  });

  it('are told of the well formed beside those that are not', () => {
    const { mistakes } = read({ tenants: { a: { [token]: 7 }, b: { [token]: 'a b' }, C: { [token]: 'a b' }, d: 'd' } });
    expect(mistakes.map((mistake) => mistake.slice('TENANTS_FILE, '.length))).toEqual([
      expect.stringMatching(/^a: MERCADO_PAGO_ACCESS_TOKEN must be text/),
      expect.stringMatching(/^C is no name/),
      expect.stringMatching(/^d: its settings must be/),
      expect.stringMatching(/^b: MERCADO_PAGO_ACCESS_TOKEN must hold visible/),
    ]);
  });

  it.each([directory, join(directory, 'hunter2')])('a file that cannot be read is one: %s', (TENANTS_FILE) => {
    expect(read({}, { TENANTS_FILE }).mistakes).toEqual([
      expect.stringMatching(/^TENANTS_FILE names a file that cannot/),
    ]);
  });

  it('a provider in the environment beside it is one for each variable', () => {
    const env = { [token]: 'hunter2', VTEX_APP_KEY_FILE: '/hunter2' };
    expect(read(one(acme), env).mistakes).toEqual([
      expect.stringMatching(/^MERCADO_PAGO_ACCESS_TOKEN must be unset beside TENANTS_FILE/),
      expect.stringMatching(/^VTEX_APP_KEY_FILE must be unset beside TENANTS_FILE/),
    ]);
  });

  it.each(['', 'none'])('callers who need no token are one: AUTH=%s', (AUTH) => {
    expect(read(one(acme), { AUTH }).mistakes).toEqual([expect.stringMatching(/^TENANTS_FILE needs AUTH=jwt/)]);
  });
});
