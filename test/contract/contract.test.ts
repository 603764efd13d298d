import { readFileSync } from 'node:fs';
import { buildSchema as buildSchemaFromText, findBreakingChanges, findDangerousChanges, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schemaFileText } from '../../scripts/schema-file.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { describeSchema } from './describe-schema.ts';

const built = buildSchema(providerDefinitions);
const contract = buildSchemaFromText(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8'));

describe('the contract', () => {
  it('is a valid schema', () => {
    expect(validateSchema(built)).toEqual([]);
  });

  it('loses nothing that clients rely on', () => {
    expect(findBreakingChanges(contract, built)).toEqual([]);
    expect(findDangerousChanges(contract, built)).toEqual([]);
    expect(findBreakingChanges(built, contract)).toEqual([]);
    expect(findDangerousChanges(built, contract)).toEqual([]);
  });

  it('is met in every type, field, argument, default, description, deprecation and union member', () => {
    expect(describeSchema(built)).toEqual(describeSchema(contract));
  });

  it('is printed in schema/schema.graphql: run `npm run schema` where this fails', () => {
    expect(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8')).toBe(schemaFileText(built));
  });
});
