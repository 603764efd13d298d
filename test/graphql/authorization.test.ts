import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { scopes } from '../../src/cancellation/target/caller.ts';
import { scopesOf } from '../../src/graphql/server/authorization.plugin.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const schema = buildSchema(providerDefinitions);
const needed = (document: string) => [...scopesOf(schema, parse(document))].sort();

describe('scopes', () => {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const rootFields = roots.flatMap((type) => Object.values(type?.getFields() ?? {}));

  it.each(rootFields.map((field) => [field.name, field.extensions['scope']]))(
    '%s says which it needs: %s',
    (_, scope) => {
      expect([...scopes, null]).toContain(scope);
    },
  );

  it.each([
    ['{ payment(id: 1) { __typename } }', ['payments:read']],
    ['{ payments(ids: [1]) { __typename } }', ['payments:read']],
    ['{ order(id: 1) { __typename } }', ['orders:read']],
    ['{ orders(ids: [1]) { __typename } }', ['orders:read']],
    ['{ cancellation(id: 1) { id } }', ['cancellations:read']],
    ['{ cancellation(id: 1) { payment { id } } }', ['cancellations:read', 'payments:read']],
    ['{ cancellation(id: 1) { order { id } } }', ['cancellations:read', 'orders:read']],
    ['{ cancellationByKey(idempotencyKey: "k") { id } }', ['cancellations:read']],
    ['{ errorCatalog { code } }', []],
    ['{ __typename __schema { description } }', []],
    ['mutation { cancelPayment(input: { paymentId: 1 }) { outcome } }', ['payments:cancel']],
    ['mutation { cancelPayments(inputs: []) { __typename } }', ['payments:cancel']],
    ['mutation { cancelOrder(input: { orderId: 1 }) { outcome } }', ['orders:cancel']],
    ['mutation { cancelOrders(inputs: []) { __typename } }', ['orders:cancel']],
    ['{ ...a } fragment a on Query { ... on Query { order(id: 1) { __typename } } }', ['orders:read']],
    [
      '{ payment(id: 1) { ... on Payment { order { cancellations { id } } } } }',
      ['cancellations:read', 'orders:read', 'payments:read'],
    ],
  ])('%s needs %j', (document, expected) => {
    expect(needed(document)).toEqual(expected);
  });
});
