import { buildSchema } from '../src/graphql/server/schema.ts';
import { providerDefinitions } from '../src/providers/registry.ts';
import { schemaChanges } from './schema-changes.ts';
import { readReleasedSchema, writeReleasedSchema, writeSchema } from './schema-file.ts';

/* What is released from here on is promised. Breaking changes are printed, for the notes of the release. */
const schema = buildSchema(providerDefinitions);
const { breaking, dangerous } = schemaChanges(readReleasedSchema(), schema);
for (const change of breaking) console.warn(`breaking: ${change}`);
for (const change of dangerous) console.warn(`dangerous: ${change}`);
writeSchema(schema);
writeReleasedSchema(schema);
