import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseManifest, sha256Of } from '../../src/documents/manifest.ts';
import { readManifests } from '../../src/documents/read-manifests.ts';
import { TrustedDocuments, type UnknownDocument } from '../../src/documents/trusted-documents.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const body = 'query Catalog { errorCatalog { code } }';

const id = '83095c20f5e0ce29b67953769566422a4376a5af91e6e41f9b8a2eb4819a6306';
const operation = { id, name: 'Catalog', type: 'query', body };
const manifest = (operations: unknown, more: object = {}) =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations, ...more });

describe('a manifest', () => {
  it('of Apollo has its documents under their digests', () => {
    expect(parseManifest(manifest([operation]))).toEqual({ documents: [{ id, text: body }], mistakes: [] });
  });

  it('of the older kind of Apollo iOS and Apollo Kotlin has them too', () => {
    const published = '8ed9fcbb8ef3c853ad0ecdc920eb8216608bd7c3b32258744e9289ec0372eb30';
    const source = 'query TestQuery { test }';
    const older = JSON.stringify({ [published]: { name: 'TestQuery', source } });
    expect(parseManifest(older)).toEqual({ documents: [{ id: published, text: source }], mistakes: [] });
  });

  it('of Apollo iOS has each fragment in a line of its own', () => {
    const text = 'query Catalog { errorCatalog { ...Entry } }\nfragment Entry on ErrorCatalogEntry { code }';
    const read = parseManifest(manifest([{ id: sha256Of(text), name: 'Catalog', type: 'query', body: text }]));
    expect(read).toEqual({ documents: [{ id: sha256Of(text), text }], mistakes: [] });
  });

  it('may have documents as long as the server parses', () => {
    const ofTokens = (count: number) => `{ ${'a '.repeat(count - 2)}}`;
    const read = (text: string) => parseManifest(manifest([{ id: sha256Of(text), body: text }])).mistakes;
    expect(read(ofTokens(1_000))).toEqual([]);
    expect(read(ofTokens(1_001))).toEqual(['operation 1: its body is not GraphQL, or has more than 1000 tokens.']);
  });

  const two = 'query A { __typename } query B { __typename }';
  it.each<[string, string]>([
    ['[]', 'is not a JSON object.'],
    ['{', 'is not a JSON object.'],
    ['{}', 'has neither a format nor an operation.'],
    [manifest([], { format: 'relay' }), 'has another format than apollo-persisted-query-manifest.'],
    [manifest([], { version: 2 }), 'has another version than 1.'],
    [manifest({}), 'has no list of operations.'],
    [manifest([{ ...operation, body: undefined }]), 'operation 1 (Catalog): its body is missing.'],
    [
      manifest([{ ...operation, id: 'Catalog' }]),
      'operation 1 (Catalog): its id is not the SHA-256 of its body, in hexadecimal digits.',
    ],
    [
      manifest([operation, { ...operation, id: sha256Of('{'), body: '{', name: '\u001b[31m' }]),
      'operation 2: its body is not GraphQL, or has more than 1000 tokens.',
    ],
    [manifest([{ id: sha256Of(two), body: two }]), 'operation 1: its body does not hold one operation.'],
    [manifest([{ ...operation, name: 'Other' }]), 'operation 1 (Other): its body holds an operation of another name.'],
  ])('%s is refused in a sentence', (text, mistake) => {
    expect(parseManifest(text).mistakes).toEqual([mistake]);
  });
});

describe('a directory of manifests', () => {
  it('is read whole, several versions of an app beside each other', () => {
    const directory = temporaryDirectory('manifests');
    const newer = 'query Catalog { errorCatalog { code meaning: typeName } }';
    writeFileSync(join(directory, 'app-1.json'), manifest([operation]));
    writeFileSync(join(directory, 'app-2.json'), manifest([operation, { id: sha256Of(newer), body: newer }]));
    writeFileSync(join(directory, 'notes.txt'), 'no manifest');
    mkdirSync(join(directory, '..data'));
    const { texts, manifests, mistakes } = readManifests(directory);
    expect([[...texts.values()].sort(), manifests, mistakes]).toEqual([[body, newer].sort(), 2, []]);
  });

  it('holds each version to its own ids and names, whatever the one before had', () => {
    const directory = temporaryDirectory('manifests');
    writeFileSync(join(directory, 'app-1.json'), manifest([operation]));
    writeFileSync(
      join(directory, 'app-2.json'),
      manifest([
        { ...operation, id: 'x' },
        { ...operation, name: 'Other' },
      ]),
    );
    expect(readManifests(directory).mistakes).toEqual([
      'app-2.json: operation 1 (Catalog): its id is not the SHA-256 of its body, in hexadecimal digits.',
      'app-2.json: operation 2 (Other): its body holds an operation of another name.',
    ]);
  });

  it('names each mistake with its file', () => {
    const directory = temporaryDirectory('manifests');
    writeFileSync(join(directory, 'a.json'), '{');
    writeFileSync(
      join(directory, 'b.json'),
      manifest([
        { ...operation, id: 'x' },
        { ...operation, body: '' },
      ]),
    );
    expect(readManifests(directory).mistakes).toEqual([
      'a.json: is not a JSON object.',
      'b.json: operation 1 (Catalog): its id is not the SHA-256 of its body, in hexadecimal digits.',
      'b.json: operation 2 (Catalog): its body is missing.',
    ]);
  });

  it('that is empty or not there is a mistake', () => {
    const directory = temporaryDirectory('manifests');
    expect(readManifests(directory).mistakes).toEqual(['names a directory without a manifest (*.json).']);
    expect(readManifests(join(directory, 'gone')).mistakes).toEqual(['names a directory that cannot be read.']);
  });
});

describe('a document in no manifest', () => {
  it('is told once, and of many a hundred in ten minutes', () => {
    let now = 0;
    const told: UnknownDocument[] = [];
    const documents = new TrustedDocuments({
      ...{ mode: 'log', texts: new Map([[id, body]]) },
      now: () => now,
      tell: (unknown) => told.push(unknown),
    });
    expect(documents.known(body, 'Catalog')).toBe(body);
    for (let n = 0; n < 500; n += 1) documents.known(`{ a${n % 250} }`, 'Other');
    expect(told).toHaveLength(100);
    expect(told[0]).toEqual({ documentHash: sha256Of('{ a0 }').slice(0, 16), operationName: 'Other', refused: false });
    now += 600_001;
    documents.known('{ a0 }', null);
    expect(told).toHaveLength(101);
  });
});
