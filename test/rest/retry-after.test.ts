import { expect, it } from 'vitest';
import { retryAfterMs } from '../../src/rest/retry-after.ts';

const now = Date.parse('2026-01-31T12:00:00Z');

it.each([
  ['2', 2_000],
  [' 30 ', 30_000],
  ['0', 0],
  ['3600', 60_000],
  ['9'.repeat(400), 60_000],
  ['Sat, 31 Jan 2026 12:00:10 GMT', 10_000],
  ['Sat, 31 Jan 2026 13:00:00 GMT', 60_000],
  ['Sat, 31 Jan 2026 11:00:00 GMT', null],
  ['Sat, 31 Jan 2026 12:00:00 GMT', null],
  ['on Sat, 31 Jan 2026 12:00:10 GMT', null],
  ['Sat, 31 Jan 2026 12:00:10 GMT (soon)', null],
  ['2026-01-31T12:00:10Z', null],
  ['-5', null],
  ['1.5', null],
  ['soon', null],
  ['2026-01-31', null],
  ['', null],
  [null, null],
])('reads %j as %j', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected);
});
