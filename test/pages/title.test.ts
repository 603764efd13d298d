import { expect, it } from 'vitest';
import { titleOf } from '../../examples/web/src/screens/target/title-of.ts';
import { en } from '../../examples/web/src/texts/en.ts';

const { titles, lost, refused } = en.outcome;
const unanswered = { requestId: null, cancellation: null };
const answered = { ...unanswered, requestId: 'r' };
const recorded = { ...unanswered, cancellation: { id: 'c', settled: false, sendsUntil: null } };

it.each([
  ['an answer', { ...answered, outcome: 'CANCELLED' }, null, titles.CANCELLED],
  ['an answer before one that was lost', { ...answered, outcome: 'UNKNOWN' }, 'NETWORK_ERROR', titles.UNKNOWN],
  ['a record before a refusal', { ...recorded, outcome: 'PENDING' }, 'FORBIDDEN', titles.PENDING],
  ['a lost answer', { ...unanswered, outcome: 'UNKNOWN' }, 'NETWORK_ERROR', lost],
  ['a refusal', { ...unanswered, outcome: 'NOT_CANCELLED' }, 'RATE_LIMITED', refused],
  ['headers that failed', { ...unanswered, outcome: 'NOT_CANCELLED' }, 'HEADERS_FAILED', titles.NOT_CANCELLED],
  ['headers that failed after a lost answer', { ...unanswered, outcome: 'UNKNOWN' }, 'HEADERS_FAILED', lost],
] as const)('the panel is headed by what is certain after %s', (_, told, code, title) => {
  const problem = code === null ? null : { code, message: '' };
  expect(titleOf({ ...told, problem }, en.outcome)).toBe(title);
});
