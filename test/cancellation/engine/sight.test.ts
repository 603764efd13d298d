import { describe, expect, it } from 'vitest';
import { sightOf } from '../../../src/cancellation/engine/sight.ts';
import type { CancellationRecord, RecordState } from '../../../src/cancellation/record/record.ts';
import { cancellationView } from '../../../src/graphql/cancellation/cancellation.mapper.ts';
import { paymentTarget, samplePayment } from '../../doubles/snapshots.ts';
import { lostAnswer, sampleRecord } from '../samples.ts';

/** Another value for each field there is. */
const others: CancellationRecord = {
  id: 'another',
  tenant: 'another',
  target: { ...paymentTarget, id: 'another' },
  account: 'another',
  authorizationId: 'another',
  sendsUntil: 1,
  idempotencyKey: 'another',
  principalClass: 'shopper',
  requestedBy: 'another',
  reason: 'FRAUD',
  note: 'another',
  generation: 1,
  state: 'DONE',
  ambiguous: true,
  verdict: { outcome: 'CANCELLED', nextAction: 'NOTHING', retryAfterMs: null, failure: null },
  lastAnswer: lostAnswer,
  snapshot: samplePayment(),
  providerCancellationId: 'another',
  attempts: [],
  fence: 2,
  owner: null,
  leaseUntil: 0,
  reconciledAt: 1,
  reconciliations: 1,
  reconcileAt: 1,
  createdAt: 1,
  startedAt: 1,
  updatedAt: 1,
  finishedAt: 1,
};

const record = sampleRecord();

function isNews(change: Partial<CancellationRecord>): boolean {
  return sightOf({ ...record, ...change }) !== sightOf(record);
}

/** Whether a client that selects every field gets another answer. */
function isShown(change: Partial<CancellationRecord>): boolean {
  const shown = (of: CancellationRecord) => JSON.stringify(cancellationView(of));
  return shown({ ...record, ...change }) !== shown(record);
}

describe('another value is news where it is shown, and nowhere else:', () => {
  it.each(Object.entries(others))('%s', (field, value) => {
    expect(isNews({ [field]: value })).toBe(isShown({ [field]: value }));
  });

  it.each<RecordState>(['CLAIMED', 'SENT', 'UNKNOWN', 'PENDING', 'RELEASED', 'DONE'])('the state %s', (state) => {
    expect(isNews({ state })).toBe(isShown({ state }));
  });
});
