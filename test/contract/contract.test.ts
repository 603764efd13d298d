import { readFileSync } from 'node:fs';
import { getIntrospectionQuery, graphqlSync, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schemaChanges } from '../../scripts/schema-changes.ts';
import { readReleasedSchema, schemaFileText } from '../../scripts/schema-file.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const built = buildSchema(providerDefinitions);

describe('the contract', () => {
  it('is a valid schema', () => {
    expect(validateSchema(built)).toEqual([]);
  });

  it('tells all of itself without an error', () => {
    expect(graphqlSync({ schema: built, source: getIntrospectionQuery() }).errors).toBeUndefined();
  });

  it('is printed in schema/schema.graphql: run `npm run schema` where this fails', () => {
    expect(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8')).toBe(schemaFileText(built));
  });

  it('keeps what was released', () => {
    expect(schemaChanges(readReleasedSchema(), built).breaking).toEqual([]);
  });
});
