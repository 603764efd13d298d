import { describe, expect, it } from 'vitest';
import {
  answerByOf,
  msToAnswer,
  msToClaim,
  msToEnd,
  runTermsOf,
} from '../../../src/cancellation/engine/answer-time.ts';
import { defaultDeadlines } from '../../../src/cancellation/engine/engine.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';

const arrivedAt = 1_000_000;

/** The engine so long after a request arrived. */
function after(ms: number) {
  return { clock: new VirtualClock(arrivedAt + ms), deadlines: defaultDeadlines };
}

describe('a request', () => {
  it.each([
    ['when it arrives', 0, { answer: 8_000, end: 9_000, claim: 8_000 }],
    ['while it runs', 5_000, { answer: 3_000, end: 4_000, claim: 3_000 }],
    ['just before its answer is due', 7_750, { answer: 250, end: 1_250, claim: 250 }],
    ['when hardly anything is left', 7_751, { answer: 249, end: 1_249, claim: 1_249 }],
    ['when its answer is due', 8_000, { answer: 0, end: 1_000, claim: 1_000 }],
    ['when it is over', 9_500, { answer: -1_500, end: -500, claim: -500 }],
    ['when the clock was set back', -3_600_000, { answer: 8_000, end: 9_000, claim: 8_000 }],
  ])('%s has so much time left', (_, ms, left) => {
    const engine = after(ms);
    expect({
      answer: msToAnswer(engine, answerByOf(engine, arrivedAt)),
      end: msToEnd(engine, arrivedAt),
      claim: msToClaim(engine, arrivedAt),
    }).toEqual(left);
  });
});

describe('a run', () => {
  const answerBy = arrivedAt + 8_000;

  it('keeps to the answer that somebody waits for', () => {
    expect(runTermsOf(after(7_999), answerBy)).toEqual({ runFor: 'caller', answerBy });
  });

  it('takes as long as any other when nobody waits any more', () => {
    expect(runTermsOf(after(8_000), answerBy)).toEqual({ runFor: 'caller', answerBy: arrivedAt + 16_000 });
  });
});
