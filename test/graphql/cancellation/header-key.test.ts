import { buildSchema, type GraphQLResolveInfo, graphqlSync } from 'graphql';
import { describe, expect, it } from 'vitest';
import { chooseBulkKey, chooseKey } from '../../../src/graphql/cancellation/header-key.ts';

const schema = buildSchema('type Query { a: Int b: Int } type Mutation { cancel: Int read: Int }');

/** What a resolver of the document's first root field is handed. */
function infoOf(document: string): GraphQLResolveInfo {
  const seen: GraphQLResolveInfo[] = [];
  const take = (_arguments: unknown, _context: unknown, info: GraphQLResolveInfo) => {
    seen.push(info);
    return 1;
  };
  const { errors } = graphqlSync({ schema, source: document, rootValue: { cancel: take, read: take } });
  const [first] = seen;
  if (first === undefined) throw new Error(`No resolver ran: ${errors?.join(', ')}`);
  return first;
}

const one = 'mutation { cancel }';
const two = 'mutation { cancel read }';

describe('the key of one cancel', () => {
  it.each([
    ['neither', null, null, { kind: 'key', key: null }],
    ['the argument', 'argument', null, { kind: 'key', key: 'argument' }],
    ['the header', null, 'header', { kind: 'key', key: 'header' }],
    ['both, saying the same', 'same', 'same', { kind: 'key', key: 'same' }],
    ['both, saying two things', 'argument', 'header', { kind: 'conflict' }],
  ])('comes from %s', (_, argument, header, choice) => {
    expect(chooseKey(argument, header, infoOf(one))).toEqual(choice);
  });

  it.each([
    ['argument', { kind: 'key', key: 'argument' }],
    [null, { kind: 'key', key: null }],
  ])('is the argument %s where the document does more', (argument, choice) => {
    expect(chooseKey(argument, 'header', infoOf(two))).toEqual(choice);
  });
});

describe('the header means the cancel', () => {
  it.each([
    ['alone', one, true],
    ['beside its own type name', 'mutation { __typename cancel }', true],
    ['in an inline fragment', 'mutation { ... on Mutation { cancel } }', true],
    ['in a named fragment', 'mutation { ...f } fragment f on Mutation { cancel }', true],
    ['twice under two names', 'mutation { a: cancel b: cancel }', false],
    ['beside another field', two, false],
    ['beside one in an inline fragment', 'mutation { cancel ... on Mutation { read } }', false],
    ['beside one in a named fragment', 'mutation { cancel ...f } fragment f on Mutation { read }', false],
    [
      'beside one in a fragment of a fragment',
      'mutation { cancel ...f } fragment f on Mutation { ... { read } }',
      false,
    ],
  ])('%s', (_, document, means) => {
    expect(chooseKey(null, 'header', infoOf(document))).toEqual({ kind: 'key', key: means ? 'header' : null });
  });

  it('and no fragment that the document lacks', () => {
    const info = infoOf('mutation { ...f } fragment f on Mutation { cancel }');
    expect(chooseKey(null, 'header', { ...info, fragments: {} })).toEqual({ kind: 'key', key: null });
  });
});

describe('the key of a bulk request', () => {
  it.each([
    ['the header', 'header', one, 'header'],
    ['nothing without a header', null, one, null],
    ['nothing where the document does more', 'header', two, null],
  ])('is %s', (_, header, document, key) => {
    expect(chooseBulkKey(header, infoOf(document))).toBe(key);
  });
});
