import { describe, expect, it } from 'vitest';
import { noAnswerOf } from '../../../src/cancellation/errors/failure.ts';
import type { CancelAnswer } from '../../../src/cancellation/provider.ts';
import { withoutDoubtedMiss } from '../../../src/cancellation/rules/doubted-miss.ts';

const upstream = { ...noAnswerOf('MERCADO_PAGO'), httpStatus: 404 };
const misses: readonly CancelAnswer[] = [
  { kind: 'refused', code: 'PAYMENT_NOT_FOUND', upstream },
  { kind: 'refused', code: 'ORDER_NOT_FOUND', upstream },
];

describe('a miss', () => {
  it.each(misses)('is as good as no answer where another account may have the target', (miss) => {
    const none = { kind: 'lost', reason: 'perhaps of another account', answered: false, upstream };
    expect(withoutDoubtedMiss(miss, '', 'a')).toEqual(none);
  });

  it.each([
    ['a', 'a'],
    ['', ''],
    ['a', ''],
  ])('stays what it is for "%s" asked of "%s"', (account, asked) => {
    for (const miss of misses) expect(withoutDoubtedMiss(miss, account, asked)).toBe(miss);
  });
});

it.each<CancelAnswer>([
  { kind: 'refused', code: 'PAYMENT_NOT_CANCELLABLE', upstream },
  { kind: 'failed', upstream },
  { kind: 'accepted', snapshot: null, upstream },
])('whatever else is said stays said', (answer) => {
  expect(withoutDoubtedMiss(answer, '', 'a')).toBe(answer);
});
