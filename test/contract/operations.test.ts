import { readdirSync, readFileSync } from 'node:fs';
import { getOperationAST, introspectionFromSchema, lexicographicSortSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { manifestOf } from '../../scripts/operation-manifest.ts';
import { documentLimitsRule } from '../../src/graphql/server/document-limits.rule.ts';
import { explorerDocument } from '../../src/graphql/server/explorer-document.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const schema = buildSchema(providerDefinitions);
const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const files = readdirSync(new URL('schema/operations/', root));
const operations = files.map((file) => ({ file, text: read(`schema/operations/${file}`) }));

describe.each([...operations, { file: 'explorer', text: explorerDocument }])('the example $file', ({ text }) => {
  it('is a valid document of at most 1000 tokens within the limits', () => {
    expect(validate(schema, parse(text, { maxTokens: 1_000 }))).toEqual([]);
    expect(validate(schema, parse(text), [documentLimitsRule])).toEqual([]);
  });
});

it.each(operations)('the example $file has a comment and one operation, named after the file', ({ file, text }) => {
  const name = file.replace('.graphql', '').replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());
  expect(getOperationAST(parse(text))?.name?.value).toBe(name);
  expect(text).toMatch(/^# /);
});

it('there is an example of every operation', () => {
  const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );
  for (const field of fields)
    expect(
      operations.some(({ text }) => text.includes(`  ${field}`)),
      field,
    ).toBe(true);
});

describe('what `npm run codegen` wrote is current', () => {
  it('schema/introspection.json', () => {
    const options = { descriptions: true, schemaDescription: true, specifiedByUrl: true, directiveIsRepeatable: true };
    const written = JSON.parse(read('schema/introspection.json'));
    const names = (types: readonly { name: string }[]) => types.map((type) => type.name).sort();
    const current = introspectionFromSchema(lexicographicSortSchema(schema), options);
    expect(names(written.__schema.types)).toEqual(names(current.__schema.types));
  });

  it('schema/possible-types.json', () => {
    const { possibleTypes } = JSON.parse(read('schema/possible-types.json'));
    for (const [name, members] of Object.entries<string[]>(possibleTypes)) {
      const type = schema.getType(name);
      const expected = type && 'getTypes' in type ? type.getTypes() : schema.getImplementations(type as never).objects;
      expect(members).toEqual(expected.map((member) => member.name).sort());
    }
  });

  it('schema/trusted-documents.json', () => {
    const files = operations.map(({ file, text }) => ({ name: file, text }));
    const { manifest, mistakes } = manifestOf(files, schema, { apollo: false });
    expect([JSON.parse(read('schema/trusted-documents.json')), mistakes]).toEqual([manifest, []]);
  });

  it('client/src/generated/sdk.ts', () => {
    const sdk = read('client/src/generated/sdk.ts');
    for (const { text } of operations) expect(sdk).toContain(`${getOperationAST(parse(text))?.name?.value}Document`);
  });
});
