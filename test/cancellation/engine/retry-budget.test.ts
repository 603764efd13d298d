import { beforeEach, expect, it } from 'vitest';
import { RetryBudget } from '../../../src/cancellation/engine/retry-budget.ts';
import type { Lane } from '../../../src/cancellation/target/lane.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';

const vtex: Lane = { tenant: 'acme', provider: 'VTEX' };
let clock: VirtualClock;
let budget: RetryBudget;
beforeEach(() => {
  clock = new VirtualClock();
  budget = new RetryBudget(clock);
});

const earn = (times: number) => {
  for (let request = 0; request < times; request++) budget.earn(vtex);
};
const spend = (times: number) => {
  for (let resend = 0; resend < times; resend++) budget.spend(vtex);
};

it('lets the first three requests be resent', () => {
  expect(budget.left(vtex)).toBe(3);
  spend(3);
  expect(budget.left(vtex)).toBe(0);
});

it('earns one resend with twenty requests', () => {
  spend(3);
  earn(20);
  expect(budget.left(vtex)).toBeCloseTo(1);
});

it('saves up no more than three', () => {
  earn(100);
  expect(budget.left(vtex)).toBe(3);
  spend(1);
  earn(100);
  expect(budget.left(vtex)).toBe(3);
});

it('is kept for each tenant and provider', () => {
  spend(2);
  expect(budget.left({ ...vtex, provider: 'MERCADO_PAGO' })).toBe(3);
  expect(budget.left({ ...vtex, tenant: 'globex' })).toBe(3);
  expect(budget.left(vtex)).toBe(1);
});
