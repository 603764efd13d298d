import { expect, it } from 'vitest';
import { timeOrderedId } from '../../../src/cancellation/record/time-ordered-id.ts';

it('is a UUID of version 7 that tells its millisecond', () => {
  const id = timeOrderedId(Date.parse('2022-02-22T19:22:22.000Z'));
  // The example of RFC 9562 has this time.
  expect(id).toMatch(/^017f22e2-79b0-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

it('stands after all that were made before it', () => {
  const times = [0, 1, 255, 256, 1_700_000_000_000, 1_700_000_000_001, 2 ** 44];
  const ids = times.map(timeOrderedId);
  expect(ids).toEqual([...ids].sort());
});

it('is another each time', () => {
  const ids = Array.from({ length: 1_000 }, () => timeOrderedId(1_700_000_000_000));
  expect(new Set(ids).size).toBe(1_000);
});
