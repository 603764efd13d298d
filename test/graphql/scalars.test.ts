import { buildSchema, GraphQLError, parseValue, valueFromAST } from 'graphql';
import { describe, expect, it } from 'vitest';
import { DateTime } from '../../src/graphql/scalars/date-time.scalar.ts';
import { DecimalString } from '../../src/graphql/scalars/decimal-string.scalar.ts';
import { ID } from '../../src/graphql/scalars/id.scalar.ts';

const literal = (text: string) => ID.parseLiteral(parseValue(text), {});

describe('ID', () => {
  it.each(['', '123', 'ORD01', '9007199254740993', '../..'])('takes the string %j as it is', (text) => {
    expect(ID.parseValue(text)).toBe(text);
    expect(literal(JSON.stringify(text))).toBe(text);
  });

  it.each(['0', '1', '-1', '9007199254740991', '9007199254740993', '1.5', '1e3', 'true', 'RED', '[1]', '{a: 1}'])(
    'refuses the literal %s',
    (text) => {
      expect(() => literal(text)).toThrow(/takes a string/);
    },
  );

  it.each([0, 1, Number.MAX_SAFE_INTEGER, 1.5, true, {}, [], 10n, null])('refuses the variable %s', (value) => {
    expect(() => ID.parseValue(value)).toThrow(GraphQLError);
  });

  it('is told apart from the built-in one, which rounds', () => {
    const builtIn = buildSchema('type Query { a(id: ID): ID }').getType('ID');
    expect(builtIn).not.toBe(ID);
    expect(valueFromAST(parseValue('"1"'), ID)).toBe('1');
  });
});

describe('DateTime', () => {
  it.each([
    [1_769_860_800_000, '2026-01-31T12:00:00.000Z'],
    ['2026-01-31T12:00:00.000Z', '2026-01-31T12:00:00.000Z'],
    ['2026-01-31T08:00:00-04:00', '2026-01-31T12:00:00.000Z'],
  ])('writes %j in UTC with milliseconds', (value, text) => {
    expect(DateTime.serialize(value)).toBe(text);
  });

  it.each(['2026-01-31', '2026-01-31T12:00:00', '2026-13-31T12:00:00Z', 'soon', Number.NaN, null])(
    'refuses %j',
    (value) => {
      expect(() => DateTime.serialize(value)).toThrow(GraphQLError);
    },
  );
});

describe('DecimalString', () => {
  it.each(['75.76', '0', '-1.50', '99999999999999999999.01'])('keeps %s as it is', (text) => {
    expect(DecimalString.serialize(text)).toBe(text);
  });

  it.each([75.76, '1e3', '1.', '.5', '', '1,5'])('refuses %j', (value) => {
    expect(() => DecimalString.serialize(value)).toThrow(GraphQLError);
  });
});
