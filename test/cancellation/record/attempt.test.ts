import { expect, it } from 'vitest';
import { withAttempt } from '../../../src/cancellation/record/attempt.ts';
import { upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
import { lostAnswer, sampleRecord } from '../samples.ts';

it('is written down after those before it, under the key of the record, and unanswered', () => {
  const record = sampleRecord({ state: 'CLAIMED', lastAnswer: lostAnswer, generation: 1 });
  const sent = withAttempt(record, 5_000);

  expect(sent).toEqual({
    ...record,
    state: 'SENT',
    lastAnswer: null,
    updatedAt: 5_000,
    attempts: [
      ...record.attempts,
      {
        kind: 'CANCEL',
        startedAt: 5_000,
        endedAt: null,
        upstreamKey: upstreamKeyOf(record),
        spelling: null,
        proof: null,
        httpStatus: null,
        upstreamCode: null,
        upstreamRequestId: null,
      },
    ],
  });
});
