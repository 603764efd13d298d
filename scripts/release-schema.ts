import { buildSchema } from '../src/graphql/server/schema.ts';
import { providerDefinitions } from '../src/providers/registry.ts';
import { readChangelog, writeChangelog } from './changelog-file.ts';
import { withRelease, withUnreleased } from './contract-changelog.ts';
import { schemaChanges } from './schema-changes.ts';
import { readReleasedSchema, writeReleasedSchema, writeSchema } from './schema-file.ts';

/* What is released from here on is promised, and the changelog says since when. Breaking changes are printed as well. */
const schema = buildSchema(providerDefinitions);
const released = readReleasedSchema();
const { breaking, dangerous } = schemaChanges(released, schema);
for (const change of breaking) console.warn(`breaking: ${change}`);
for (const change of dangerous) console.warn(`dangerous: ${change}`);
writeSchema(schema);
writeReleasedSchema(schema);
const today = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
writeChangelog(withRelease(withUnreleased(readChangelog(), released, schema), `Release of ${today}`));
