import { type GraphQLUnionType, isUnionType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { catalogue, errorCodes, errorTypesOf } from '../../src/cancellation/errors/catalogue.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const schema = buildSchema(providerDefinitions);

function union(name: string): GraphQLUnionType {
  const type = schema.getType(name);
  if (!isUnionType(type)) throw new Error(`${name} is not a union.`);
  return type;
}

describe.each([
  ['CancelPaymentError', 'payment', 'cancel', []],
  ['CancelOrderError', 'order', 'cancel', []],
  ['PaymentResult', 'payment', 'read', ['Payment']],
  ['OrderResult', 'order', 'read', ['Order']],
] as const)('%s', (name, kind, operation, results) => {
  it('has the members that the catalogue allows, and no other', () => {
    const members = union(name)
      .getTypes()
      .map((type) => type.name);
    expect(members.sort()).toEqual([...errorTypesOf(kind, operation), ...results].sort());
  });

  it.each(errorCodes.filter((code) => errorTypesOf(kind, operation).includes(catalogue[code].type)))(
    'tells the member of a plain object with the code %s',
    async (code) => {
      const type = await union(name).resolveType?.({ code }, {}, {} as never, union(name));
      expect(type).toBe(catalogue[code].type);
    },
  );
});

it('gives every code of the catalogue a type of the schema', () => {
  for (const code of errorCodes) expect(schema.getType(catalogue[code].type)).toBeDefined();
});
