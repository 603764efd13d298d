import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { countRootFields, fragmentsOf, outermostFields } from '../../../src/graphql/request/selections.ts';

function unfold(text: string) {
  const document = parse(text);
  const operation = getOperationAST(document, 'Q');
  if (!operation) throw new Error('The document has no operation Q.');
  const fragments = fragmentsOf(document);
  return {
    names: outermostFields(operation.selectionSet, (name) => fragments[name]).map(({ name }) => name.value),
    count: countRootFields(operation.selectionSet, fragments),
  };
}

describe('the outermost fields of an operation', () => {
  it.each<[string, string[], number]>([
    ['query Q { a b { c } }', ['a', 'b'], 2],
    ['query Q { a ... { b } ... on Query { c } }', ['a', 'b', 'c'], 3],
    ['query Q { ...f b } fragment f on Query { a ...g } fragment g on Query { c }', ['a', 'c', 'b'], 3],
    ['query Q { __typename a }', ['__typename', 'a'], 1],
    ['query Q { x: a y: a }', ['a', 'a'], 2],
    // A fragment says the same each time.
    ['query Q { ...f ...f } fragment f on Query { a }', ['a'], 1],
    ['query Q { ...unknown a }', ['a'], 1],
    ['query Q { ...constructor a }', ['a'], 1],
    ['query Q { ...f } fragment f on Query { a ...g } fragment g on Query { b ...f }', ['a', 'b'], 2],
  ])('of %s', (text, names, count) => {
    expect(unfold(text)).toEqual({ names, count });
  });
});
