import { expect, it } from 'vitest';
import { redact } from '../../src/redaction/redact.ts';

/** Read to their ends, the card numbers overflow the stack, and the tokens, or a search for the last word, take hours. */
it.each([
  ['card numbers', '4111 1111 1111 1111 ', '[redacted number] [redacted number] [redacted number] [redacted…'],
  ['digits with spaces', '1 ', `${'1 '.repeat(31)}1…`],
  ['digits', '1', ''],
  ['beginnings of tokens', '-eyJ', ''],
  ['beginnings of addresses', 'a@', ''],
  ['letters', 'a', ''],
])('of a million %s only the beginning is read', (_, unit, shown) => {
  expect(redact(`${unit.repeat(1_000_000)} `, 64, ['secret'])).toBe(shown);
});
