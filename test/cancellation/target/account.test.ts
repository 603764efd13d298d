import { expect, it } from 'vitest';
import { areCompatible, mayAskOf, mayDiffer, unknownAccount } from '../../../src/cancellation/target/account.ts';

const unknown = '';

it('writes an account that nobody could ask for as nothing', () => {
  expect(unknownAccount).toBe(unknown);
});

it.each([
  // The account of a record, and the one that credentials open.
  { account: 'a', opened: 'a', compatible: true, asked: true, differ: false },
  { account: 'a', opened: 'b', compatible: false, asked: false, differ: false },
  { account: 'a', opened: unknown, compatible: true, asked: false, differ: false },
  { account: unknown, opened: 'b', compatible: true, asked: true, differ: true },
  { account: unknown, opened: unknown, compatible: true, asked: true, differ: false },
])('of "$account" where credentials open "$opened"', ({ account, opened, compatible, asked, differ }) => {
  expect(areCompatible(account, opened)).toBe(compatible);
  expect(mayAskOf(account, opened)).toBe(asked);
  expect(mayDiffer(account, opened)).toBe(differ);
});
