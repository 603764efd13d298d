import { describe, expect, it } from 'vitest';
import { isMaybeWritten, MaybeWritten } from '../../../src/cancellation/record/maybe-written.ts';

describe('a commit that failed', () => {
  const cause = Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' });

  it.each([
    ['the code of an error', cause, 'SQLITE_FULL'],
    ['none of an error without one', new Error('gone'), null],
    ['none of what is no error', { code: 'SQLITE_FULL' }, null],
  ])('names %s', (_, why, code) => {
    const error = new MaybeWritten(why);
    expect(error).toMatchObject({ name: 'MaybeWritten', code, cause: why });
    expect(error.message).toBe('The record store failed during a commit.');
  });

  it.each([
    ['itself', () => new MaybeWritten(cause), true],
    ['its copy from another thread', () => Object.assign(new Error('copy'), { name: 'MaybeWritten' }), true],
    ['another error', () => cause, false],
    ['a thing with its name', () => ({ name: 'MaybeWritten' }), false],
    ['nothing', () => null, false],
  ])('is known by its name: %s', (_, thrown, known) => {
    expect(isMaybeWritten(thrown())).toBe(known);
  });
});
