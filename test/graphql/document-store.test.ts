import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DocumentStore } from '../../src/graphql/server/document-store.ts';

const document = parse('{ __typename }');

describe('the documents that are kept', () => {
  it('are the same objects as before', async () => {
    const store = new DocumentStore();
    await store.set('a', document);
    expect(await store.get('a')).toBe(document);
    expect(await store.get('b')).toBeUndefined();
  });

  it('are 200, those that were asked for last', async () => {
    const store = new DocumentStore();
    for (let n = 0; n < 200; n++) await store.set(`${n}`, document);
    await store.get('0');
    await store.set('another', document);
    expect(await store.get('0')).toBe(document);
    expect(await store.get('1')).toBeUndefined();
    expect(await store.get('2')).toBe(document);
  });

  it('can be forgotten', async () => {
    const store = new DocumentStore();
    await store.set('a', document);
    expect([await store.delete('a'), await store.delete('a'), await store.get('a')]).toEqual([true, false, undefined]);
  });
});
