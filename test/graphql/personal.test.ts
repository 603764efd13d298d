import { isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

/** Who pays and with what, and texts into which a merchant may have written either. */
const personal = [
  'Payment.payer',
  'Payment.card',
  'Payment.authorizationCode',
  'Payment.metadata',
  'Payment.externalReference',
  'Payment.description',
  'Order.externalReference',
  'Order.description',
];

const fields = Object.values(buildSchema(providerDefinitions).getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, field })));

it('the fields with personal data are marked, and no others', () => {
  const marked = fields.filter(({ field }) => field.extensions['personal'] === true).map(({ path }) => path);
  expect(marked.sort()).toEqual([...personal].sort());
});

it('every field with personal data may be null', () => {
  const types = fields.filter(({ path }) => personal.includes(path)).map(({ field }) => String(field.type));
  expect(types.filter((type) => type.endsWith('!'))).toEqual([]);
});
