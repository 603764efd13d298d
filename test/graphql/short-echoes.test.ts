import { describe, expect, it } from 'vitest';
import { withShortEchoes } from '../../src/graphql/server/short-echoes.ts';

const shown = (message: string, reason?: string) =>
  withShortEchoes({ message, originalError: reason === undefined ? undefined : new Error(reason) });
const long = 'z'.repeat(60_000);
const cut = `${'z'.repeat(63)}…`;

describe('what a message of GraphQL repeats', () => {
  it.each([
    ['The document exceeds the limit of 8 for depth.'],
    ['Cannot query field "paymnt" on type "Query". Did you mean "payment" or "payments"?'],
    ['Syntax Error: Expected Name, found <EOF>.'],
    [`This operation has been blocked. ${'Please specify a header. '.repeat(15)}`],
  ])('stays as it is while short: %s', (message) => {
    expect(shown(message)).toBe(message);
  });

  it.each([
    [`Cannot query field "${long}" on type "Query".`, `Cannot query field "${cut}" on type "Query".`],
    [`Enum "A" cannot represent non-enum value: ${long}.`, `Enum "A" cannot represent non-enum value: ${cut}`],
    [`Syntax Error: Unexpected BlockString "${long}".`, `Syntax Error: Unexpected BlockString "${'z'.repeat(50)}…`],
    [`Unknown operation named "a"b\n${long}".`, `Unknown operation named "a"b\\u000a${'z'.repeat(53)}…`],
  ])('is cut at 64 characters: %.50s', (message, expected) => {
    expect(shown(message)).toBe(expected);
  });

  it('is cut between the words around it', () => {
    const reason = `Field "${long}" is not defined.`;
    const message = `Variable "$input" got invalid value "a; ${long}" at "input.paymentId[0]"; ${reason}`;
    expect(shown(message, reason)).toBe(
      `Variable "$input" got invalid value "a; ${'z'.repeat(59)}… at "input.paymentId[0]"; Field "${cut}" is not defined.`,
    );
  });

  it('is escaped', () => {
    expect(shown('Variable "$a" got invalid value \u202e7\u0000\ud800')).toBe(
      'Variable "$a" got invalid value \\u202e7\\u0000\\ud800',
    );
  });

  it('ends with the message, however many names it has', () => {
    const names = Array.from({ length: 300 }, (_, n) => `"${'f'.repeat(60)}${n}"`).join(', ');
    expect(shown(`Cannot spread fragment "f" within itself via ${names}.`)).toHaveLength(512);
  });
});
