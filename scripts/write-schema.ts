import { buildSchema } from '../src/graphql/server/schema.ts';
import { providerDefinitions } from '../src/providers/registry.ts';
import { writeUnreleased } from './changelog-file.ts';
import { schemaChanges } from './schema-changes.ts';
import { readReleasedSchema, writeSchema } from './schema-file.ts';
import { writeTenantsSchema } from './tenants-schema-file.ts';

writeTenantsSchema(providerDefinitions);
const schema = buildSchema(providerDefinitions);
const released = readReleasedSchema();
const { breaking, dangerous } = schemaChanges(released, schema);
for (const change of dangerous) console.warn(`dangerous: ${change}`);
for (const change of breaking) console.error(`breaking: ${change}`);
if (breaking.length === 0) {
  writeSchema(schema);
  writeUnreleased(released, schema);
} else {
  console.error('Nothing was written: schema/released.graphql promises clients what this takes away.');
  process.exitCode = 1;
}
