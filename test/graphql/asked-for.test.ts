import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fragmentsOf } from '../../src/graphql/request/selections.ts';
import { askedFor, countOf } from '../../src/graphql/server/asked-for.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const schema = buildSchema(providerDefinitions);

function count(text: string, variables: Record<string, unknown> = {}, name?: string): number {
  const document = parse(text);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error('The document has no such operation.');
  return countOf(askedFor(schema, operation, fragmentsOf(document)), variables);
}

const input = (id: number) => `{ paymentId: "${id}" }`;
const variable = 'query ($ids: [ID!]!) { payments(ids: $ids) { __typename } }';

describe('what a document asks for', () => {
  it.each<[number, string, Record<string, unknown>?]>([
    [1, '{ payment(id: "1") { __typename } }'],
    [2, '{ a: payment(id: "1") { __typename } b: payment(id: "1") { __typename } }'],
    [1, '{ payment(id: "1") { __typename } payment(id: "1") { __typename } }'],
    [3, '{ payments(ids: ["1", "2", "1"]) { __typename } }'],
    [1, '{ payments(ids: "1") { __typename } }'],
    [0, '{ payments(ids: []) { __typename } }'],
    [2, variable, { ids: ['1', '2'] }],
    [1, variable, { ids: '1' }],
    [0, variable, {}],
    [2, 'query ($ids: [ID!]! = ["1", "2"]) { payments(ids: $ids) { __typename } }'],
    [1, 'query ($id: ID!) { payments(ids: [$id]) { __typename } }', { id: '1' }],
    [4, '{ payments(ids: ["1", "2", "3"]) { __typename } ...more } fragment more on Query { errorCatalog { code } }'],
    [2, '{ ... { a: cancellation(id: "1") { id } ... on Query { b: cancellation(id: "1") { id } } } }'],
    [1, '{ cancellation(id: "1") { id } ...same } fragment same on Query { cancellation(id: "1") { id } }'],
    [1, '{ payment(id: "1") @skip(if: true) { __typename } }'],
    [0, '{ __typename __schema { description } }'],
    [1, `mutation { cancelPayment(input: ${input(1)}) { outcome } }`],
    [2, `mutation { cancelPayments(inputs: [${input(1)}, ${input(2)}]) { __typename } }`],
    [
      3,
      `mutation { cancelPayment(input: ${input(1)}) { outcome } cancelPayments(inputs: [${input(1)}, ${input(2)}]) { __typename } }`,
    ],
  ])('is %i: %s', (expected, text, variables) => {
    expect(count(text, variables)).toBe(expected);
  });

  it('is that of the operation that runs', () => {
    const text = 'query A { errorCatalog { code } } query B { payments(ids: ["1", "2"]) { __typename } }';
    expect([count(text, {}, 'A'), count(text, {}, 'B')]).toEqual([1, 2]);
  });
});
