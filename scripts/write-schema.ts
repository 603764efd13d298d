import { writeFileSync } from 'node:fs';
import { buildSchema } from '../src/graphql/server/schema.ts';
import { providerDefinitions } from '../src/providers/registry.ts';
import { schemaFileText } from './schema-file.ts';

writeFileSync(new URL('../schema/schema.graphql', import.meta.url), schemaFileText(buildSchema(providerDefinitions)));
