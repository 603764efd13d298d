import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorsTable, settingsTable, withTables } from '../../scripts/readme-tables.ts';
import { serverSettings } from '../../scripts/server-settings.ts';
import { errorCodes } from '../../src/cancellation/errors/catalogue.ts';
import { variablesOf } from '../../src/config/provider-settings.ts';
import { readConfig } from '../../src/config.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { file, readme } from './readme.ts';

it('the README has the tables that `npm run readme` writes', () => {
  expect(withTables(readme, providerDefinitions)).toBe(readme);
});

it.each([
  ['a mark is missing', '<!-- errors:begin -->'],
  ['a mark is there twice', '<!-- settings:begin -->\n<!-- settings:begin -->'],
])('no table is written where %s', (_, broken) => {
  const mark = broken.split('\n')[0] ?? '';
  const page = readme.replace(mark, broken === mark ? '' : broken);
  expect(() => withTables(page, providerDefinitions)).toThrow(/The README needs <!-- (errors|settings):begin -->/);
});

describe('the table of errors', () => {
  const table = errorsTable(providerDefinitions);

  it.each(errorCodes)('has a line for %s', (code) => {
    expect(table).toContain(`| \`${code}\``);
  });

  it('names every documented answer of every provider once', () => {
    for (const { id, documentedErrors } of providerDefinitions) {
      for (const { target, httpStatus, wireCode } of documentedErrors) {
        const answer = `${id} ${target} ${httpStatus} ${wireCode === null ? 'any other code' : `\`${wireCode}\``}`;
        expect(table.split(answer), answer).toHaveLength(2);
      }
    }
  });
});

describe('the table of settings', () => {
  const table = settingsTable(providerDefinitions);

  it('names every setting of every provider', () => {
    for (const name of providerDefinitions.flatMap(({ settings }) => settings.flatMap(variablesOf))) {
      expect(table).toContain(`\`${name}\``);
    }
  });

  it('names what the configuration reads and no more', () => {
    const sources = readdirSync(new URL('../../src/config/', import.meta.url)).map((name) =>
      file(`src/config/${name}`),
    );
    const reads = [file('src/config.ts'), ...sources].flatMap((source) => [
      ...source.matchAll(
        /(?:environment\.(?:get|choice|flag|wholeNumber)\(|readVariableOrFile\(environment, )'([A-Z_]+)'/g,
      ),
    ]);
    // These two are Node's own; production only refuses some of their values.
    const nodes = ['NODE_TLS_REJECT_UNAUTHORIZED', 'NODE_OPTIONS'];
    const names = new Set(reads.map(([, name]) => name).filter((name) => name && !nodes.includes(name)));
    expect(serverSettings.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('names the file of what may come from one', () => {
    const settings = file('src/config/server-settings.ts');
    const fromFile = [...settings.matchAll(/readVariableOrFile\(environment, '([A-Z_]+)'/g)].map(([, name]) => name);
    expect(serverSettings.filter(({ orFile }) => orFile).map(({ name }) => name)).toEqual(fromFile);
    for (const name of fromFile) expect(table).toContain(`\`${name}\` or \`${name}_FILE\``);
  });

  it('gives the defaults that an empty environment has', () => {
    const fallback = (name: string) => serverSettings.find((setting) => setting.name === name)?.fallback;
    const config = readConfig({}, providerDefinitions);
    expect(fallback('HOST')).toBe(`\`${config.host}\``);
    expect(fallback('PORT')).toBe(`\`${config.port}\``);
    expect(fallback('DATABASE_URL')).toBe(`\`${config.databaseUrl.reveal()}\``);
    expect(fallback('AUTH')).toBe(`\`${config.auth.mode}\``);
    expect(fallback('LOG_LEVEL')).toBe(`\`${config.logLevel}\``);
    expect([config.production, config.corsOrigins, config.providers]).toEqual([false, [], []]);
  });
});
