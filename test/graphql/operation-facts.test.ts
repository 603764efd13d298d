import {
  buildSchema as buildPlainSchema,
  type DocumentNode,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { expect, it } from 'vitest';
import { totalOf } from '../../src/graphql/server/document-cost.ts';
import { operationFacts } from '../../src/graphql/server/operation-facts.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const schema = buildSchema(providerDefinitions);

function operation(document: DocumentNode, name: string): OperationDefinitionNode {
  const found = getOperationAST(document, name);
  if (!found) throw new Error(`The document has no operation ${name}.`);
  return found;
}

const two = parse(`
  query Read { payment(id: "1") { ...found } }
  mutation Cancel($inputs: [CancelPaymentInput!]!) { cancelPayments(inputs: $inputs) { summary { total } } }
  fragment found on Payment { id cancellations { id } }
`);

it('an operation asks for what is its own, whatever else its document holds', () => {
  const factsOf = operationFacts(schema);
  const [read, cancel] = ['Read', 'Cancel'].map((name) => factsOf(two, operation(two, name)));
  expect(read).toMatchObject({
    scopes: ['payments:read', 'cancellations:read'],
    rootFields: 1,
    lists: [],
    askedFor: { single: 1, lists: [] },
  });
  const inputs = { name: 'inputs', kind: 'list', variable: 'inputs', length: 0 };
  expect(cancel).toMatchObject({
    scopes: ['payments:cancel', 'bulk'],
    rootFields: 1,
    lists: [inputs],
    askedFor: { single: 0, lists: [{ argument: inputs, each: 1 }] },
  });
  expect(cancel && totalOf(cancel.cost, { inputs: [{}, {}] })).toBe(2 * 12);
});

it('an operation is gone through once, and each schema knows its own', () => {
  const factsOf = operationFacts(schema);
  const read = operation(two, 'Read');
  expect(factsOf(two, read)).toBe(factsOf(two, read));
  // No field of this one says which scope it asks for.
  const plain = operationFacts(buildPlainSchema('type Query { payment(id: ID): Payment } type Payment { id: ID }'));
  const document = parse('query Read { payment(id: "1") { id } }');
  const same = operation(document, 'Read');
  expect([factsOf, plain].map((facts) => facts(document, same).scopes)).toEqual([['payments:read'], ['undeclared']]);
});
