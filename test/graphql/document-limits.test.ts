import { buildSchema as buildSchemaFromText, getIntrospectionQuery, parse, validate } from 'graphql';
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
    const fields = Array.from({ length: 5 }, (_, n) => `b${n}: b`).join(' ');
    expect(complaints(`{ ${fields} }`)).toEqual([]);
    expect(complaints(`{ ...f } fragment f on Query { ${fields} b }`)).toEqual([
      'The document exceeds the limit of 5 for rootFields.',
    ]);
  });

  it('counts aliases at every level and in fragments', () => {
    const aliases = (count: number) => Array.from({ length: count }, (_, n) => `b${n}: b`).join(' ');
    expect(complaints(`{ a { ${aliases(15)} } }`)).toEqual([]);
    expect(complaints(`{ a { ...f } x: a { ...f } } fragment f on Query { ${aliases(8)} }`)).toEqual([
      'The document exceeds the limit of 15 for aliases.',
    ]);
  });

  it('counts directives wherever they stand', () => {
    const directives = (count: number) => '@include(if: true) '.repeat(count);
    expect(complaints(`{ b ${directives(10)} }`)).toEqual([]);
    expect(complaints(`query ${directives(5)} { b ...f } fragment f on Query { b ${directives(6)} }`)).toEqual([
      'The document exceeds the limit of 10 for directives.',
    ]);
  });

  it('counts the fields of all operations together', () => {
    const fields = (count: number) => Array.from({ length: count }, () => 'b').join(' ');
    const twice = (count: number) => `query A { a { ${fields(249)} } } query B { a { ${fields(count)} } }`;
    expect(complaints(twice(249))).toEqual([]);
    expect(complaints(twice(250))).toEqual(['The document exceeds the limit of 500 for fields.']);
  });

  it('counts the root fields and aliases of all operations together', () => {
    const query = (name: string, count: number) =>
      `query ${name} { ${Array.from({ length: count }, (_, n) => `b${n}: b`).join(' ')} }`;
    expect(complaints(`${query('A', 2)} ${query('B', 3)}`)).toEqual([]);
    expect(complaints(`${query('A', 3)} ${query('B', 3)}`)).toEqual([
      'The document exceeds the limit of 5 for rootFields.',
    ]);
    const deep = (name: string, count: number) => query(name, count).replace('{ b0', '{ a { b0').replace(/}$/, '} }');
    expect(complaints(`${deep('A', 7)} ${deep('B', 8)}`)).toEqual([]);
    expect(complaints(`${deep('A', 8)} ${deep('B', 8)}`)).toEqual([
      'The document exceeds the limit of 15 for aliases.',
    ]);
  });

  it('measures the deepest of all operations', () => {
    expect(complaints(`query A ${nested(9)} query B { b }`)).toEqual([
      'The document exceeds the limit of 8 for depth.',
    ]);
  });

  it('survives a cycle, which another rule refuses', () => {
    expect(complaints('{ ...f } fragment f on Query { a { ...g } } fragment g on Query { a { ...f } }')).toEqual([]);
  });

  it('lets the explorer ask about the schema', () => {
    const options = { inputValueDeprecation: true, schemaDescription: true, specifiedByUrl: true };
    expect(complaints(getIntrospectionQuery(options))).toEqual([]);
  });

  it('bounds what is asked about the schema too', () => {
    const chain = (depth: number) => `${'ofType { '.repeat(depth)}name${' }'.repeat(depth)}`;
    expect(complaints(`{ __type(name: "Query") { ${chain(18)} } }`)).toEqual([]);
    expect(complaints(`{ __type(name: "Query") { ${chain(19)} } }`)).toEqual([
      'The document exceeds the limit of 20 for introspectionDepth.',
    ]);
    const circle = '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }';
    expect(validate(schema, parse(circle)).map(({ message }) => message)).toEqual([
      'Maximum introspection depth exceeded',
    ]);
    const doubling = Array.from(
      { length: 8 },
      (_, n) => `fragment f${n} on __Type { x: ofType { ...f${n + 1} } y: ofType { ...f${n + 1} } }`,
    );
    const bomb = `{ __schema { types { ...f0 } } } ${doubling.join(' ')} fragment f8 on __Type { name }`;
    expect(complaints(bomb)).toContain('The document exceeds the limit of 500 for fields.');
  });
});
