import { isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { file } from './readme.ts';

const page = file('docs/for-merchants.md');
const types = Object.values(buildSchema(providerDefinitions).getTypeMap());
const values = types.filter(isEnumType).flatMap((type) => type.getValues().map(({ name }) => name));
const fields = types
  .filter((type) => isObjectType(type) || isInputObjectType(type))
  .flatMap((type) => Object.keys(type.getFields()));
const quoted = (form: RegExp) => [...new Set([...page.matchAll(form)].map(([, name = '']) => name))];

it.each(quoted(/`([A-Z]{3,}(?:_[A-Z]+)*)`/g))('%s is a value of the schema', (name) => {
  expect(values).toContain(name);
});

it.each(quoted(/`([a-z]+[A-Z]?[A-Za-z]*)(?:`|\(|: | \{)/g))('%s is a field of the schema', (name) => {
  expect(fields).toContain(name);
});
