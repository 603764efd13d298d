import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InMemoryCache } from '@apollo/client';
import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { manifestCommand } from '../../scripts/manifest-command.ts';
import { manifestOf } from '../../scripts/operation-manifest.ts';
import { parseManifest } from '../../src/documents/manifest.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const schema = buildSchema(providerDefinitions);
const entry = 'fragment Entry on ErrorCatalogEntry { code ...Meaning }';
const meaning = 'fragment Meaning on ErrorCatalogEntry { typeName }';
const files = [
  { name: 'b.graphql', text: `# said to nobody\nquery Catalog { errorCatalog { ...Entry } }\n${entry}` },
  { name: 'a.graphql', text: `${meaning} query Codes { errorCatalog { code } }` },
];

describe('the manifest of an app', () => {
  it('has each operation with the fragments that it uses, by name', () => {
    const { manifest, mistakes } = manifestOf(files, schema, { apollo: false });
    expect(mistakes).toEqual([]);
    expect(manifest.operations.map(({ name, type }) => [name, type])).toEqual([
      ['Catalog', 'query'],
      ['Codes', 'query'],
    ]);
    const [catalog, codes] = manifest.operations.map(({ body }) => body);
    expect(catalog).toBe(print(parse(`query Catalog { errorCatalog { ...Entry } } ${entry} ${meaning}`)));
    expect(codes).toBe(print(parse('query Codes { errorCatalog { code } }')));
    expect(parseManifest(JSON.stringify(manifest)).mistakes).toEqual([]);
  });

  it('has for Apollo Client the very text that it sends', () => {
    const { manifest } = manifestOf(files, schema, { apollo: true });
    const cache = new InMemoryCache();
    for (const { name, body } of manifestOf(files, schema, { apollo: false }).manifest.operations) {
      const sent = print(cache.transformDocument(parse(body)));
      expect(manifest.operations.find((operation) => operation.name === name)?.body).toBe(sent);
    }
  });

  it.each<[string, string, string]>([
    ['no GraphQL', 'query {', 'x.graphql, line 1: Syntax Error: Expected Name, found <EOF>.'],
    ['without a name', '{ errorCatalog { code } }', 'x.graphql: an operation has no name; a manifest needs one.'],
    ['that stands twice', 'query Codes { errorCatalog { code } }', 'x.graphql: the operation Codes stands twice.'],
    ['whose fragment stands twice', entry, 'x.graphql: the fragment Entry stands twice.'],
    ['of a schema', 'type Query { x: Int }', 'x.graphql: only operations and fragments may stand here.'],
    [
      'that does not fit the schema',
      'query X { errorCatalog { cod } }',
      'x.graphql, X: Cannot query field "cod" on type "ErrorCatalogEntry". Did you mean "code"?',
    ],
  ])('refuses what is %s', (_what, text, mistake) => {
    expect(manifestOf([...files, { name: 'x.graphql', text }], schema, { apollo: false }).mistakes).toEqual([mistake]);
  });
});

describe('npm run manifest', () => {
  it('writes the manifest of a directory, or says what is in the way', () => {
    const directory = temporaryDirectory('app');
    for (const { name, text } of files) writeFileSync(join(directory, name), text);
    const out = join(directory, 'manifest.json');
    expect(manifestCommand([directory, '--out', out])).toEqual([]);
    expect(parseManifest(readFileSync(out, 'utf8')).documents).toHaveLength(2);

    writeFileSync(join(directory, 'c.graphql'), '{ __typename }');
    expect(manifestCommand([directory, '--apollo', '--out', join(directory, 'none.json')])).toEqual([
      expect.stringMatching(/c\.graphql: an operation has no name; a manifest needs one\.$/),
      'Nothing was written.',
    ]);
    expect(existsSync(join(directory, 'none.json'))).toBe(false);
  });

  it.each([
    ['schema/operations'],
    ['--out', 'x.json'],
    ['a', 'b', '--out', 'x.json'],
    ['--apolo'],
    ['nowhere', '--out', 'x.json'],
    ['docs', '--out', 'x.json'],
  ])('says how it is used where it is not used so: %s', (...args) => {
    expect(manifestCommand(args).at(-1)).toContain('npm run manifest -- [');
    expect(existsSync('x.json')).toBe(false);
  });
});
