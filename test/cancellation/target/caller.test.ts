import { expect, it } from 'vitest';
import { scopes } from '../../../src/cancellation/target/caller.ts';

it('knows six scopes, each a noun and what may be done with it', () => {
  expect([...scopes].sort()).toEqual([
    'cancellations:read',
    'orders:cancel',
    'orders:read',
    'payments:cancel',
    'payments:read',
    'pii:read',
  ]);
});
