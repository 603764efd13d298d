import { describe, expect, it } from 'vitest';
import { cursorOf, placeOf } from '../../../src/graphql/cancellation/cursor.ts';

const id = '1b4e28ba-2fa1-41d2-883f-0016d3cca427';
const written = (text: string) => Buffer.from(text).toString('base64url');

describe('a cursor', () => {
  it.each([0, 1, 1_769_860_800_000, Number.MAX_SAFE_INTEGER])('leads back to the place of %d', (createdAt) => {
    expect(placeOf(cursorOf({ createdAt, id }))).toEqual({ createdAt, id });
  });

  it('can stand in an address and tells nothing at a glance', () => {
    expect(cursorOf({ createdAt: 1_769_860_800_000, id })).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['nothing', ''],
    ['any text', 'next'],
    ['no base64url', '%00'],
    ['the text itself', `1:1:${id}`],
    ['another version', written(`2:1:${id}`)],
    ['no instant', written(`1::${id}`)],
    ['an instant before 1970', written(`1:-1:${id}`)],
    ['an instant that a number cannot hold', written(`1:9007199254740993:${id}`)],
    ['an instant with zeros', written(`1:01:${id}`)],
    ['no id', written('1:1:')],
    ['an id that goes on', written(`1:1:${'a'.repeat(65)}`)],
    ['an id with a quote', written("1:1:a' or 1=1")],
    ['a line behind it', written(`1:1:${id}\n`)],
    ['padding', `${written(`1:1:${id}`)}==`],
    ['a space', `${cursorOf({ createdAt: 1, id })} `],
    ['a megabyte', 'A'.repeat(1_000_000)],
  ])('is refused when it is %s', (_, cursor) => {
    expect(() => placeOf(cursor)).toThrow(
      expect.objectContaining({
        message: '`after` is no cursor of this list.',
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      }),
    );
  });
});
