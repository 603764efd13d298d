import { GraphQLError, GraphQLScalarType } from 'graphql';

const plainDecimal = /^-?\d+(\.\d+)?$/;

/** Never a number: a double has no 0.1, and `Int` ends at 2^31. */
export const DecimalString = new GraphQLScalarType<string, string>({
  name: 'DecimalString',
  description: 'An exact decimal number as a string ("75.76"): never a float, never limited to 32 bits.',
  serialize: decimalText,
  parseValue: decimalText,
});

function decimalText(value: unknown): string {
  if (typeof value === 'string' && plainDecimal.test(value)) return value;
  throw new GraphQLError('DecimalString takes a decimal number as a string, e.g. "75.76".');
}
