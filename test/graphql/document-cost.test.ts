import {
  buildSchema as buildSchemaFromText,
  getNamedType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { fragmentsOf } from '../../src/graphql/request/selections.ts';
import { costOf, maxCost, totalOf } from '../../src/graphql/server/document-cost.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const small = buildSchemaFromText(`
  type Query {
    one(id: ID): Item
    many(ids: [ID!]!): [Item!]!
    page(first: Int = 20): Page
    either: Either
  }
  type Item { a: Int b: Int parts: [Item!] }
  type Page { edges: [Edge!]! total: Int }
  type Edge { node: Item }
  type Other { c: Int d: Int e: Int }
  union Either = Item | Other
`);

function cost(document: string, variables: Record<string, unknown> = {}, schema = small): number {
  const parsed = parse(document);
  const operation = parsed.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return totalOf(costOf(schema, operation as OperationDefinitionNode, fragmentsOf(parsed)), variables);
}

describe('the cost of a document', () => {
  it.each<[string, number, object?]>([
    ['{ one { a b } }', 10 + 2],
    ['{ one { a } two: one { a } }', 2 * 11],
    ['{ one { a parts { a b } } }', 10 + 1 + 3 * 3],
    ['{ one { ...f } } fragment f on Item { a ... on Item { b } }', 10 + 2],
    ['{ many(ids: ["1", "2"]) { a b } }', 2 * 12],
    ['{ many(ids: "1") { a b } }', 12],
    ['query ($ids: [ID!]!) { many(ids: $ids) { a b } }', 50 * 12, { ids: Array.from({ length: 50 }, String) }],
    ['query ($ids: [ID!]!) { many(ids: $ids) { a b } }', 12, { ids: '1' }],
    ['query ($ids: [ID!]! = ["1", "2"]) { many(ids: $ids) { a b } }', 2 * 12],
    ['query ($ids: [ID!]! = ["1", "2"]) { many(ids: $ids) { a b } }', 12, { ids: ['1'] }],
    ['{ page { total edges { node { a } } } }', 20 * (10 + 1 + 3)],
    ['{ page(first: 100) { edges { node { a parts { b } } } } }', 100 * (10 + 3 + 3 * 2)],
    ['query ($n: Int) { page(first: $n) { total } }', 7 * 11, { n: 7 }],
    ['query ($n: Int) { page(first: $n) { total } }', 20 * 11],
    ['query ($n: Int) { page(first: $n) { total } }', 100 * 11, { n: 2_000_000 }],
    ['{ either { __typename ... on Item { a } ... on Other { c d e } } }', 10 + 1 + 3],
  ])('of %s is %d', (document, expected, variables) => {
    expect(cost(document, { ...variables })).toBe(expected);
  });
});

const schema = buildSchema(providerDefinitions);

/** Everything that a type has, and what is in it to a depth, without going round in circles. */
function everything(name: string, depth: number, outer: readonly string[] = []): string {
  const type = schema.getType(name);
  if (!isObjectType(type) || depth === 0 || outer.includes(name)) return '';
  const fields = Object.values(type.getFields()).map((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return field.name;
    const all = everything(inner.name, depth - 1, [...outer, name]);
    return all === '' ? '' : `${field.name} ${all}`;
  });
  return `{ ${fields.join(' ')} }`;
}

const fifty = Array.from({ length: 50 }, (_, n) => `${n + 1}`);
const largest: [string, string, object][] = [
  [
    '50 payments with every field of theirs',
    `query ($ids: [ID!]!) { payments(ids: $ids) { ... on Payment ${everything('Payment', 3)} } }`,
    { ids: fifty },
  ],
  [
    '50 orders with every field of theirs',
    `query ($ids: [ID!]!) { orders(ids: $ids) { ... on Order ${everything('Order', 3)} } }`,
    { ids: fifty },
  ],
  [
    '50 cancels with all that their payments and records say',
    `mutation ($inputs: [CancelPaymentInput!]!) { cancelPayments(inputs: $inputs) ${everything('CancelPaymentsPayload', 4)} }`,
    { inputs: fifty.map((paymentId) => ({ paymentId })) },
  ],
];

describe('the greatest cost', () => {
  it.each(largest)('allows %s', (_, document, variables) => {
    const total = cost(document, { ...variables }, schema);
    expect(total).toBeGreaterThan(1_000);
    expect(total).toBeLessThanOrEqual(maxCost);
  });

  it('allows a page of 100 cancellations with all that is known of them', () => {
    const page = (first: number) =>
      `{ cancellations(first: ${first}) { edges { cursor node ${everything('Cancellation', 2)} } pageInfo { endCursor } } }`;
    expect(cost(page(100), {}, schema)).toBeGreaterThan(50 * cost(page(1), {}, schema));
    expect(cost(page(100), {}, schema)).toBeLessThanOrEqual(maxCost);
  });

  it('refuses five lists of payments with every field', () => {
    const lists = Array.from(
      { length: 5 },
      (_, n) => `p${n}: payments(ids: $ids) { ... on Payment ${everything('Payment', 2)} }`,
    );
    expect(cost(`query ($ids: [ID!]!) { ${lists.join(' ')} }`, { ids: fifty }, schema)).toBeGreaterThan(maxCost);
  });
});
