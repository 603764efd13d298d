import { GraphQLError, GraphQLID, GraphQLScalarType, Kind } from 'graphql';

/**
 * Replaces GraphQL's own `ID`, which turns the JSON number 9007199254740993 into …992: another payment.
 * Takes strings, and integers only where a double holds them exactly.
 */
export const ID = new GraphQLScalarType<string, string>({
  name: 'ID',
  description: GraphQLID.description,
  serialize: exactId,
  parseValue: exactId,
  parseLiteral(node) {
    if (node.kind === Kind.STRING) return node.value;
    if (node.kind === Kind.INT) return exactId(Number(node.value));
    throw new GraphQLError('ID takes a string or an integer.', { nodes: node });
  },
});

function exactId(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'number' || (Number.isFinite(value) && !Number.isInteger(value))) {
    throw new GraphQLError('ID takes a string or an integer.');
  }
  if (!Number.isSafeInteger(value)) {
    throw new GraphQLError('ID takes no integer beyond 2^53 - 1, which would become another id: send it as a string.');
  }
  return String(value);
}
