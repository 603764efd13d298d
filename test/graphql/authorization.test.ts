import { buildASTSchema, type GraphQLSchema, getNamedType, getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { scopes } from '../../src/cancellation/target/caller.ts';
import { fragmentsOf } from '../../src/graphql/request/selections.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { scopesOf } from '../../src/graphql/server/scopes-asked.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { reachableFields } from './reachable-fields.ts';

const schema = buildSchema(providerDefinitions);

function scopesIn(text: string, ofSchema: GraphQLSchema): string[] {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation, or several.');
  return [...scopesOf(ofSchema, operation, fragmentsOf(document))].sort();
}

describe('scopes', () => {
  const fields = reachableFields(schema);

  it.each(fields.filter(({ isRoot }) => isRoot).map(({ path, field }) => [path, field.extensions['scopes']]))(
    '%s says which it needs: %j',
    (path, needed) => {
      const open = ['Query.errorCatalog'];
      expect(Array.isArray(needed) && needed.length > 0 ? 'closed' : 'open').toBe(
        open.includes(path) ? 'open' : 'closed',
      );
    },
  );

  it('are asked for by their names alone', () => {
    const named = fields.flatMap(({ field }) => [field.extensions['scopes'] ?? []].flat());
    expect(named.filter((scope) => !scopes.some((known) => known === scope))).toEqual([]);
    expect(scopes.filter((scope) => !named.includes(scope))).toEqual(['pii:read']);
  });

  it.each(['Payment', 'Order', 'Cancellation'])('of %s are asked for wherever a field looks one up', (name) => {
    const lookedUp = fields.filter(({ path, field }) => {
      const kind = String(getNamedType(field.type));
      return path.startsWith(`${name}.`) && ['Payment', 'Order', 'Cancellation', 'CancellationRequest'].includes(kind);
    });
    expect(lookedUp.length).toBeGreaterThan(0);
    expect(lookedUp.filter(({ field }) => field.extensions['scopes'] === undefined)).toEqual([]);
  });

  it('are beyond everybody for a root field that names none', () => {
    const forgotten = buildASTSchema(parse('type Query { secret: Int } type Mutation { act: Int }'));
    expect(scopesIn('{ secret }', forgotten)).toEqual(['undeclared']);
    expect(scopesIn('mutation { ...f } fragment f on Mutation { act }', forgotten)).toEqual(['undeclared']);
  });

  it.each([
    ['{ payment(id: 1) { __typename } }', ['payments:read']],
    ['{ payments(ids: [1]) { __typename } }', ['payments:read']],
    ['{ order(id: 1) { __typename } }', ['orders:read']],
    ['{ orders(ids: [1]) { __typename } }', ['orders:read']],
    ['{ cancellation(id: 1) { id } }', ['cancellations:read']],
    ['{ cancellation(id: 1) { payment { id } } }', ['cancellations:read', 'payments:read']],
    [
      'mutation { cancelOrder(input: { orderId: 1 }) { cancellation { history { note } } } }',
      ['cancellations:read', 'orders:cancel'],
    ],
    ['{ cancellation(id: 1) { order { id } } }', ['cancellations:read', 'orders:read']],
    ['{ cancellationByKey(idempotencyKey: "k") { id } }', ['cancellations:read']],
    ['{ errorCatalog { code } }', []],
    ['{ __typename __schema { description } }', []],
    ['mutation { cancelPayment(input: { paymentId: 1 }) { outcome } }', ['payments:cancel']],
    ['mutation { cancelPayments(inputs: []) { __typename } }', ['bulk', 'payments:cancel']],
    ['mutation { cancelOrder(input: { orderId: 1 }) { outcome } }', ['orders:cancel']],
    ['mutation { cancelOrders(inputs: []) { __typename } }', ['bulk', 'orders:cancel']],
    ['{ ...a } fragment a on Query { ... on Query { order(id: 1) { __typename } } }', ['orders:read']],
    ['{ ...a order(id: 1) { __typename } } fragment a on Query { errorCatalog { code } }', ['orders:read']],
    [
      '{ payment(id: 1) { ...o ... on ErrorResult { code } } } fragment o on Payment { ... { order { id } } }',
      ['orders:read', 'payments:read'],
    ],
    [
      '{ payment(id: 1) { ... on Payment { order { cancellations { id } } } } }',
      ['cancellations:read', 'orders:read', 'payments:read'],
    ],
  ])('%s needs %j', (document, expected) => {
    expect(scopesIn(document, schema)).toEqual(expected);
  });
});
