import { expect, it } from 'vitest';
import { failure } from '../../../src/cancellation/errors/failure.ts';
import { waitingVerdict } from '../../../src/cancellation/record/verdict.ts';

const unknown = failure('OUTCOME_UNKNOWN');

it.each([
  ['UNKNOWN', unknown],
  ['PENDING', null],
] as const)('a caller who waits for %s asks again after two seconds', (outcome, why) => {
  expect(waitingVerdict(outcome, why)).toEqual({ outcome, nextAction: 'WAIT', retryAfterMs: 2_000, failure: why });
});
