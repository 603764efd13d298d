import { writeFileSync } from 'node:fs';
import { tenantsJsonSchema } from '../src/config/tenants-schema.ts';
import type { ProviderDefinition } from '../src/providers/definition.ts';

const tenantsSchemaFile = new URL('../schema/tenants.schema.json', import.meta.url);

/** The text of schema/tenants.schema.json: what the file may hold that TENANTS_FILE names. */
export function tenantsSchemaText(definitions: readonly ProviderDefinition[]): string {
  return `${JSON.stringify(tenantsJsonSchema(definitions), null, 2)}\n`;
}

export function writeTenantsSchema(definitions: readonly ProviderDefinition[]): void {
  writeFileSync(tenantsSchemaFile, tenantsSchemaText(definitions));
}
