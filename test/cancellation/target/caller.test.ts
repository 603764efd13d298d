import { expect, it } from 'vitest';
import { scopes } from '../../../src/cancellation/target/caller.ts';

it('knows each scope by a noun and what may be done, but for bulk', () => {
  expect([...scopes].sort()).toEqual([
    'bulk',
    'cancellations:read',
    'orders:cancel',
    'orders:read',
    'payments:cancel',
    'payments:read',
    'pii:read',
  ]);
});
