import { describe, expect, it } from 'vitest';
import { checkExpiry, checkListLength, checkNote, checkPageSize } from '../../../src/graphql/request/input-limits.ts';

const refusal = (message: string) => ({
  name: 'GraphQLError',
  message,
  extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
});

describe('a list', () => {
  it.each([1, 50])('may have %d items', (length) => {
    expect(() => checkListLength('ids', length)).not.toThrow();
  });

  it.each([0, 51])('may not have %d', (length) => {
    expect(() => checkListLength('ids', length)).toThrow(
      expect.objectContaining(refusal('`ids` takes 1 to 50 items.')),
    );
  });
});

describe('a page', () => {
  it.each([1, 100])('may have %d entries', (first) => {
    expect(checkPageSize(first)).toBe(first);
  });

  it.each([-1, 0, 101])('may not have %d', (first) => {
    expect(() => checkPageSize(first)).toThrow(expect.objectContaining(refusal('`first` takes 1 to 100.')));
  });
});

describe('a note', () => {
  it.each([null, '', 'n'.repeat(500)])('may be %j', (note) => {
    expect(checkNote(note)).toBe(note);
  });

  it('may not have more than 500 characters', () => {
    expect(() => checkNote('n'.repeat(501))).toThrow(
      expect.objectContaining(refusal('`note` takes at most 500 characters.')),
    );
  });
});

describe('an expiry', () => {
  it.each([
    [null, null],
    [60, 60_000],
    [86_400, 86_400_000],
  ])('may be %s seconds', (seconds, ms) => {
    expect(checkExpiry(seconds)).toBe(ms);
  });

  it.each([-1, 0, 59, 86_401])('may not be %d seconds', (seconds) => {
    expect(() => checkExpiry(seconds)).toThrow(
      expect.objectContaining(refusal('`expiresInSeconds` takes 60 to 86400.')),
    );
  });
});
