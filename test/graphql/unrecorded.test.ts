import { isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { unrecorded } from '../../src/cancellation/target/snapshot.ts';
import { notLookedUp } from '../../src/graphql/server/describe-unrecorded.ts';
import { buildSchema } from '../../src/graphql/server/schema.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const schema = buildSchema(providerDefinitions);

describe.each([
  ['Payment', { ...unrecorded.payment, ...notLookedUp.payment }],
  ['Order', { ...unrecorded.order, ...notLookedUp.order }],
] as const)('a %s', (name, blanks) => {
  const type = schema.getType(name);
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];

  it('says of each field that no record keeps that it is null', () => {
    const told = fields.flatMap(({ name, description }) => {
      const blank = /Told by reads alone: (null|empty) in the answer of a cancel/.exec(description ?? '')?.[1];
      return blank === undefined ? [] : [[name, blank]];
    });
    const expected = Object.entries(blanks).map(([field, blank]) => [field, blank === null ? 'null' : 'empty']);
    expect(told.sort()).toEqual(expected.sort());
  });
});
