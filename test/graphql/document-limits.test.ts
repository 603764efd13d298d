import { buildSchema as buildSchemaFromText, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentLimitsRule } from '../../src/graphql/server/document-limits.rule.ts';

const schema = buildSchemaFromText('type Query { a: Query b: Int }');
const complaints = (document: string) =>
  validate(schema, parse(document), [documentLimitsRule]).map((error) => error.message);
const nested = (depth: number) => `${'{ a '.repeat(depth - 1)}{ b }${' }'.repeat(depth - 1)}`;

describe('limits of a document', () => {
  it('allows eight levels and not nine', () => {
    expect(complaints(nested(8))).toEqual([]);
    expect(complaints(nested(9))).toEqual(['The document exceeds the limit of 8 for depth.']);
  });

  it('counts fragments wherever they are spread', () => {
    const doubling = Array.from(
      { length: 25 },
      (_, n) => `fragment f${n} on Query { x: a { ...f${n + 1} } y: a { ...f${n + 1} } }`,
    );
    const complaint = complaints(`{ ...f0 } ${doubling.join(' ')} fragment f25 on Query { b }`);
    expect(complaint).toContain('The document exceeds the limit of 500 for fields.');
  });

  it('counts root fields under aliases and in fragments', () => {
    const fields = Array.from({ length: 20 }, (_, n) => `b${n}: b`).join(' ');
    expect(complaints(`{ ${fields} }`)).toEqual([]);
    expect(complaints(`{ ...f } fragment f on Query { ${fields} b }`)).toEqual([
      'The document exceeds the limit of 20 for rootFields.',
    ]);
  });

  it('survives a cycle, which another rule refuses', () => {
    expect(complaints('{ ...f } fragment f on Query { a { ...g } } fragment g on Query { a { ...f } }')).toEqual([]);
  });

  it('leaves introspection alone', () => {
    expect(
      complaints('{ __schema { types { fields { type { ofType { ofType { ofType { ofType { name } } } } } } } } }'),
    ).toEqual([]);
  });
});
