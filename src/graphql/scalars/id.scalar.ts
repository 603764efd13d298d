import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/**
 * Replaces GraphQL's own `ID`, which turns the JSON number 9007199254740993 into …992: another payment. It takes strings
 * alone, since nobody can see here what a number was before it was parsed.
 */
export const ID = new GraphQLScalarType<string, string>({
  name: 'ID',
  description: 'The id of an object, always a string: a number is refused, since it may have become another id.',
  serialize: exactId,
  parseValue: exactId,
  parseLiteral(node) {
    if (node.kind === Kind.STRING) return node.value;
    throw stringWanted();
  },
});

function exactId(value: unknown): string {
  if (typeof value === 'string') return value;
  throw stringWanted();
}

function stringWanted(): GraphQLError {
  return new GraphQLError('ID takes a string: a number may have become another id.');
}
