import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { tenantsSchemaText } from '../../scripts/tenants-schema-file.ts';
import { variablesOf } from '../../src/config/provider-settings.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const file = readFileSync(new URL('../../schema/tenants.schema.json', import.meta.url), 'utf8');

it('schema/tenants.schema.json is current: run `npm run schema` where this fails', () => {
  expect(file).toBe(tenantsSchemaText(providerDefinitions));
});

it('the schema of tenants describes every variable of a provider, and no other', () => {
  const { properties } = JSON.parse(file).properties.tenants.additionalProperties;
  const settings = providerDefinitions.flatMap(({ settings }) => settings);
  expect(Object.keys(properties)).toEqual(settings.flatMap(variablesOf));
  for (const setting of settings) {
    for (const name of variablesOf(setting)) expect(properties[name].description).toContain(setting.description);
  }
});
