import { GraphQLError, GraphQLScalarType } from 'graphql';

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i;

/** Records hold milliseconds and snapshots hold text; clients always read UTC with milliseconds. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant, RFC 3339 with offset, e.g. 2026-01-31T12:00:00.000Z.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => (typeof value === 'number' ? utcText(value) : utcTextOf(value)),
  parseValue: utcTextOf,
});

function utcTextOf(value: unknown): string {
  if (typeof value !== 'string' || !rfc3339.test(value)) {
    throw new GraphQLError('DateTime takes RFC 3339 text with an offset, e.g. 2026-01-31T12:00:00.000Z.');
  }
  return utcText(Date.parse(value));
}

function utcText(milliseconds: number): string {
  const instant = new Date(milliseconds);
  if (Number.isNaN(instant.getTime())) throw new GraphQLError('DateTime takes an instant that exists.');
  return instant.toISOString();
}
