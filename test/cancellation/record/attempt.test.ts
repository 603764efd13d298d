import { expect, it } from 'vitest';
import { blankAttempt, lastSpelling, withAttempt } from '../../../src/cancellation/record/attempt.ts';
import { upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
import { lostAnswer, sampleRecord } from '../samples.ts';

it('is written down after those before it, under the key of the record, and unanswered', () => {
  const record = sampleRecord({ state: 'CLAIMED', lastAnswer: lostAnswer, generation: 1 });
  const sent = withAttempt(record, null, 5_000);

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

it('bears the spelling that it is sent in, and its key', () => {
  const record = sampleRecord({ attempts: [] });
  const [sent] = withAttempt(record, 'canceled', 5_000).attempts;
  expect(sent).toMatchObject({ spelling: 'canceled', upstreamKey: upstreamKeyOf(record, 'canceled') });
});

it.each([
  ['none before anything was sent', [], undefined],
  ['the usual one', [null], null],
  ['that of the latest', ['canceled', null], null],
  ['that of the latest cancel, whatever was read since', [null, 'canceled', 'read'], 'canceled'],
])('says in which spelling a record was last sent: %s', (_, sent, spelling) => {
  const attempts = sent.map((it) =>
    it === 'read'
      ? ({ ...blankAttempt, kind: 'READ_BACK', startedAt: 0 } as const)
      : ({ ...blankAttempt, kind: 'CANCEL', startedAt: 0, spelling: it } as const),
  );
  expect(lastSpelling(sampleRecord({ attempts }))).toBe(spelling);
});
