import { beforeEach, expect, it } from 'vitest';
import { RetryBudget } from '../../../src/cancellation/engine/retry-budget.ts';

let budget: RetryBudget;
beforeEach(() => {
  budget = new RetryBudget();
});

const earn = (times: number) => {
  for (let request = 0; request < times; request++) budget.earn('VTEX');
};
const spend = (times: number) => {
  for (let resend = 0; resend < times; resend++) budget.spend('VTEX');
};

it('lets the first three requests be resent', () => {
  expect(budget.left('VTEX')).toBe(3);
  spend(3);
  expect(budget.left('VTEX')).toBe(0);
});

it('earns one resend with twenty requests', () => {
  spend(3);
  earn(20);
  expect(budget.left('VTEX')).toBeCloseTo(1);
});

it('saves up no more than three', () => {
  earn(100);
  expect(budget.left('VTEX')).toBe(3);
  spend(1);
  earn(100);
  expect(budget.left('VTEX')).toBe(3);
});

it('is kept for each provider', () => {
  spend(2);
  expect(budget.left('MERCADO_PAGO')).toBe(3);
  expect(budget.left('VTEX')).toBe(1);
});
