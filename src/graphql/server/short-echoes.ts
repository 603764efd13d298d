import type { GraphQLError } from 'graphql';

const longestEcho = 64;
/** Of a message that is all names, such as that of a long cycle of fragments. */
const longestMessage = 512;

/** After these words GraphQL repeats what was sent: a value, or text that is no name. */
const beforeEcho = /\b(?:got invalid value|value:|found|Unexpected|operation named) /;
const place = / at "[\w.[\]]+"$/;

/** GraphQL repeats in its messages what was sent, whole and unescaped: here with at most 64 characters of each piece. */
export function withShortEchoes({ message, originalError }: Pick<GraphQLError, 'message' | 'originalError'>): string {
  const reason = originalError?.message ?? '';
  const ending = `; ${reason}`;
  const text =
    reason !== '' && message.endsWith(ending)
      ? `${shorten(message.slice(0, -ending.length))}; ${shorten(reason)}`
      : shorten(message);
  return text.length <= longestMessage ? text : `${text.slice(0, longestMessage - 1)}…`;
}

function shorten(text: string): string {
  const found = beforeEcho.exec(text);
  const start = found === null ? text.length : found.index + found[0].length;
  const rest = text.slice(start);
  const at = place.exec(rest)?.[0] ?? '';
  return withShortNames(text.slice(0, start)) + echo(rest.slice(0, rest.length - at.length)) + at;
}

function withShortNames(text: string): string {
  return text.replace(/"([^"]*)"/g, (_, name: string) => `"${echo(name)}"`);
}

function echo(text: string): string {
  // Nothing beyond can be among the first characters of the escaped text.
  const escaped = text.slice(0, longestEcho + 1).replace(/[^\x20-\x7e]/g, escapeOf);
  return escaped.length <= longestEcho ? escaped : `${escaped.slice(0, longestEcho - 1)}…`;
}

function escapeOf(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
