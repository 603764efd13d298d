import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schemaChanges } from '../../scripts/schema-changes.ts';

const released = `
  type Query { payment(id: ID!): Payment! status(of: ID = "1"): Status! outcome: Outcome }
  "A payment."
  type Payment { id: ID! amount: String }
  enum Status { OPEN CLOSED }
  "What became of it. Closed: no value will be added."
  enum Outcome { DONE }
`;

/** The changes that one edit of the released schema makes. */
function changesBy(find: string, replace: string) {
  expect(released.split(find)).toHaveLength(2);
  return schemaChanges(buildSchema(released), buildSchema(released.replace(find, replace)));
}

describe('a change of the contract', () => {
  it.each([
    ['a field taken away', 'amount: String', '', /Payment\.amount/],
    ['a field that may be null now', 'payment(id: ID!): Payment!', 'payment(id: ID!): Payment', /Query\.payment/],
    ['an argument more that is required', 'payment(id: ID!)', 'payment(id: ID!, tenant: ID!)', /tenant/],
    ['a value taken away', 'OPEN CLOSED', 'OPEN', /CLOSED/],
    ['a value more in a closed enum', 'DONE', 'DONE FAILED', /FAILED was added to the closed enum Outcome/],
  ])('breaks clients: %s', (_, find, replace, sentence) => {
    expect(changesBy(find, replace).breaking).toEqual([expect.stringMatching(sentence)]);
  });

  it.each([
    ['a value more', 'OPEN CLOSED', 'OPEN CLOSED HELD', /HELD/],
    ['another default', '"1"', '"2"', /of/],
    ['an argument more', 'payment(id: ID!)', 'payment(id: ID!, tenant: ID)', /tenant/],
  ])('is dangerous and allowed: %s', (_, find, replace, sentence) => {
    const { breaking, dangerous } = changesBy(find, replace);
    expect(breaking).toEqual([]);
    expect(dangerous).toEqual([expect.stringMatching(sentence)]);
  });

  it.each([
    ['a field more', 'amount: String', 'amount: String currency: String'],
    ['another description', 'A payment.', 'One payment.'],
  ])('is harmless: %s', (_, find, replace) => {
    expect(changesBy(find, replace)).toEqual({ breaking: [], dangerous: [] });
  });
});
