import { describe, expect, it } from 'vitest';
import { notCancellable } from '../../../src/cancellation/rules/not-cancellable.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { orderTarget, paymentTarget } from '../../doubles/snapshots.ts';
import { answeredWith, sampleRules } from '../samples.ts';

describe('a target that is refused and that nobody has seen', () => {
  const unseen = { currentStatus: null, captured: null, cancellableStatuses: sampleRules.cancellableStatuses };

  it.each<[Target, string, object]>([
    [paymentTarget, 'PAYMENT_NOT_CANCELLABLE', { ...unseen, orderId: null }],
    [orderTarget, 'ORDER_NOT_CANCELLABLE', unseen],
  ])('is for the support of its provider to judge: %o', (target, code, detail) => {
    const upstream = answeredWith(400);
    const settlement = notCancellable({ target, rules: sampleRules, authorizationId: null }, upstream, null);
    expect(settlement).toMatchObject({ state: 'DONE', snapshot: null });
    const failure = { code, upstream, detail };
    const nextAction = 'CONTACT_SUPPORT';
    expect(settlement.verdict).toEqual({ outcome: 'NOT_CANCELLED', nextAction, retryAfterMs: null, failure });
  });
});
