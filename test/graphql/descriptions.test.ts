import { isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const schema = buildSchema(providerDefinitions);
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

it.each(types)('the type $name is described', ({ description }) => {
  expect(description).toMatch(/^[A-Z].+[.)]$/s);
});

describe.each(types.filter((type) => isObjectType(type) || isInterfaceType(type)))('a field of $name', (type) => {
  // The fields of an interface are described there, once.
  const inherited = new Set(type.getInterfaces().flatMap((parent) => Object.keys(parent.getFields())));

  it('is described', () => {
    for (const { name, description } of Object.values(type.getFields())) {
      if (!inherited.has(name)) expect(description, name).toMatch(/^[A-Z].+\.$/s);
    }
  });
});

it.each(types.filter(isInputObjectType))('every field of the input $name is described', (type) => {
  for (const { name, description } of Object.values(type.getFields())) {
    expect(description, name).toMatch(/^.+\.$/);
  }
});
