import { expect, it } from 'vitest';
import { isPersonal } from '../../src/graphql/server/hide-personal.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { reachableFields } from './reachable-fields.ts';

/** What is told or looked up when it is asked for. Every other field is read as it is. */
const told = [
  'Cancellation.error',
  'Cancellation.history',
  'Cancellation.order',
  'Cancellation.payment',
  'IdempotencyConflictError.earlier',
  'Order.cancelEligibility',
  'Order.cancellations',
  'Payment.cancelEligibility',
  'Payment.cancellations',
  'Payment.order',
];

it('a field has a resolver only where something is done for it', () => {
  const fields = reachableFields(buildSchema(providerDefinitions)).filter(({ isRoot }) => !isRoot);
  const resolved = fields.filter(({ field }) => field.resolve !== undefined && !isPersonal(field));
  const paths = resolved.map(({ path }) => path).filter((path) => !path.endsWith('.userMessage'));
  expect(paths.sort()).toEqual(told);
});
