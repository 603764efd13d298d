import { GraphQLError, GraphQLScalarType } from 'graphql';

/** Only given out, never taken in: what it says was checked where it was read. */
export const Json = new GraphQLScalarType<never, unknown>({
  name: 'JSON',
  description: 'A JSON value, as the description of the field says. Never an input.',
  serialize: (value) => value,
  parseValue: noInput,
  parseLiteral: noInput,
});

function noInput(): never {
  throw new GraphQLError('JSON is no type of an input.');
}
