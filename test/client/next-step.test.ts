import { describe, expect, it } from 'vitest';
import type { Answer, Known, Question, Target } from '../../client/src/answer.ts';
import type { NextAction } from '../../client/src/generated/sdk.ts';
import { begin, nextStep, type Progress } from '../../client/src/next-step.ts';
import { progressOf } from '../../client/src/told.ts';
import { listErrors } from '../../src/cancellation/errors/error-listing.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';

const target: Target = { kind: 'payment', input: { paymentId: '1' } };
const send: Question = { kind: 'send', target };
const look: Question = { kind: 'look' };
const follow: Question = { kind: 'follow', id: 'c' };
const fresh = begin({ target, sentBefore: false });
const resumed = begin({ target: null, sentBefore: true });
const problem = { code: 'X', message: 'x' };
const subject = { kind: 'payment', idempotencyKey: 'k', language: 'EN' } as const;

const record = { id: 'c', settled: false, sendsUntil: null };
const known = (changes: Partial<Known>): Known => ({
  kind: null,
  hasNewerAction: false,
  outcome: 'UNKNOWN',
  nextAction: 'WAIT',
  retryAfterMs: null,
  userMessage: '',
  errorCode: null,
  error: null,
  requestId: null,
  cancellation: record,
  ...changes,
});
const settled = { ...record, settled: true };
const told = (changes: Partial<Known>): Answer => ({ kind: 'told', known: known(changes) });
const lost: Answer = { kind: 'lost', problem, retryAfterMs: null };
const challenge = (proven: boolean): Answer => ({ kind: 'unauthenticated', problem, proven });
const again = (question: Question, afterMs: number) => ({ kind: 'ask', question, afterMs });

const rows: readonly (readonly [string, Progress, Question, Answer, object])[] = [
  ['what waits is followed by its id', fresh, send, told({ retryAfterMs: 5_000 }), again(follow, 5_000)],
  ['what waits without an id is looked up by its key', fresh, send, told({ cancellation: null }), again(look, 2_000)],
  ['what is to be repeated is sent again', fresh, send, told({ nextAction: 'RETRY_SAME_KEY' }), again(send, 2_000)],
  [
    'a followed one that is to be repeated is sent',
    fresh,
    follow,
    told({ nextAction: 'RETRY_SAME_KEY' }),
    again(send, 2_000),
  ],
  [
    'without its input it is left to the app',
    resumed,
    look,
    told({ nextAction: 'RETRY_SAME_KEY' }),
    { kind: 'end', end: 'ANSWERED' },
  ],
  [
    'a key that was never accepted is sent',
    begin({ target, sentBefore: true }),
    look,
    { kind: 'absent' },
    again(send, 0),
  ],
  ['without its input it is told to be unknown', resumed, look, { kind: 'absent' }, { kind: 'never-accepted' }],
  ['a record that is gone is looked up by its key', resumed, follow, { kind: 'absent' }, again(look, 0)],
  [
    'one that was told of and is gone ends',
    { ...resumed, known: known({}) },
    look,
    { kind: 'absent' },
    { kind: 'end', end: 'REFUSED' },
  ],
  ['a lost send is sent again', fresh, send, lost, again(send, 500)],
  ['later each time', { ...fresh, failures: 3 }, send, lost, again(send, 4_000)],
  ['never later than half a minute', { ...fresh, failures: 30 }, send, lost, again(send, 30_000)],
  ['unless it is asked to be', fresh, send, { ...lost, retryAfterMs: 90_000 }, again(send, 90_000)],
  ['a lost look is looked again', resumed, look, lost, again(look, 500)],
  [
    'what is refused for now is asked when it may be',
    fresh,
    send,
    { kind: 'later', problem, retryAfterMs: 7_000 },
    again(send, 7_000),
  ],
  ['what was not sent is sent', fresh, send, { kind: 'unsent', problem }, again(send, 500)],
  ['a first challenge is answered at once', fresh, send, challenge(true), again(send, 0)],
  ['a challenge of somebody between too', fresh, send, challenge(false), again(send, 0)],
  ['a second one is meant', { ...fresh, challenged: true }, send, challenge(true), { kind: 'end', end: 'REFUSED' }],
  ['a refusal ends', fresh, send, { kind: 'refused', problem, proven: true }, { kind: 'end', end: 'REFUSED' }],
];

it.each(rows)('%s', (_, progress, question, answer, step) => {
  expect(nextStep(progress, question, answer).step).toEqual(step);
});

describe('every row of the error catalogue', () => {
  const catalogue = listErrors(providerDefinitions, () => null);

  it.each(catalogue.map(({ code, nextAction }) => [code, nextAction] as const))(
    '%s: %s is followed',
    (errorCode, nextAction) => {
      const { step } = nextStep(fresh, send, told({ errorCode, nextAction }));
      const expected = { WAIT: again(follow, 2_000), RETRY_SAME_KEY: again(send, 2_000) };
      expect(step).toEqual(expected[nextAction as keyof typeof expected] ?? { kind: 'end', end: 'ANSWERED' });
    },
  );

  it('and a code that is newer than the package', () => {
    expect(nextStep(fresh, send, told({ errorCode: 'FROM_THE_FUTURE', nextAction: 'REFUND' })).step).toEqual({
      kind: 'end',
      end: 'ANSWERED',
    });
  });
});

describe('what may be said', () => {
  const after = (progress: Progress, question: Question, ...answers: Answer[]) =>
    progressOf(
      subject,
      answers.reduce((so, answer) => nextStep(so, question, answer).progress, progress),
    );
  const retry = told({ outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY' });
  const unrecorded = (errorCode: string, nextAction: NextAction) =>
    told({ outcome: 'NOT_CANCELLED', nextAction, errorCode, cancellation: null });
  const refused = unrecorded('ACCESS_TOKEN_INVALID', 'FIX_CREDENTIALS');
  const noKey = unrecorded('INVALID_IDEMPOTENCY_KEY', 'FIX_INPUT');

  it.each([
    ['nothing was sent', fresh, [], 'NOT_CANCELLED', 'RETRY_SAME_KEY'],
    [
      'a key that may have been sent before is not accounted for',
      begin({ target, sentBefore: true }),
      [],
      'UNKNOWN',
      'RETRY_SAME_KEY',
    ],
    ['a send was lost', fresh, [lost], 'UNKNOWN', 'RETRY_SAME_KEY'],
    [
      'a send was lost before a refusal',
      fresh,
      [lost, { kind: 'refused', problem, proven: true }],
      'UNKNOWN',
      'CONTACT_SUPPORT',
    ],
    ['the gateway refused', fresh, [{ kind: 'refused', problem, proven: true }], 'NOT_CANCELLED', 'CONTACT_SUPPORT'],
    ['the gateway asked who it is', fresh, [challenge(true)], 'NOT_CANCELLED', 'RETRY_SAME_KEY'],
    ['something between asked who it is', fresh, [challenge(false), challenge(true)], 'UNKNOWN', 'RETRY_SAME_KEY'],
    ['something between refused', fresh, [{ kind: 'refused', problem, proven: false }], 'UNKNOWN', 'CONTACT_SUPPORT'],
    ['nothing was done', fresh, [retry], 'NOT_CANCELLED', 'RETRY_SAME_KEY'],
    ['nothing was done, but a lost send may do it yet', fresh, [lost, retry], 'UNKNOWN', 'RETRY_SAME_KEY'],
    [
      'nothing was done, but a send of an earlier process may do it yet',
      begin({ target, sentBefore: true }),
      [retry],
      'UNKNOWN',
      'RETRY_SAME_KEY',
    ],
    [
      'a settled answer holds, whatever was lost',
      fresh,
      [lost, told({ outcome: 'NOT_CANCELLED', nextAction: 'REFUND', cancellation: settled })],
      'NOT_CANCELLED',
      'REFUND',
    ],
    ['what was refused unrecorded', fresh, [refused], 'NOT_CANCELLED', 'FIX_CREDENTIALS'],
    ['what was refused unrecorded, but a lost send may do yet', fresh, [lost, refused], 'UNKNOWN', 'CONTACT_SUPPORT'],
    ['what is sent under no key is never accepted', fresh, [lost, noKey], 'NOT_CANCELLED', 'FIX_INPUT'],
    ['what is open stays as it was told', fresh, [told({ outcome: 'PENDING' }), lost], 'PENDING', 'WAIT'],
  ] as const)('%s', (_, progress, answers, outcome, nextAction) => {
    expect(after(progress, send, ...answers)).toMatchObject({ outcome, nextAction });
  });

  it('an input that the gateway refuses is to be corrected', () => {
    const refused: Answer = { kind: 'refused', problem: { code: 'BAD_USER_INPUT', message: '' }, proven: true };
    expect(after(fresh, send, refused)).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'FIX_INPUT',
      final: false,
    });
  });

  it.each([
    ['a record that is settled', [told({ nextAction: 'CANCEL_MANUALLY', cancellation: settled })], true],
    ['a record that is not', [told({ nextAction: 'CANCEL_MANUALLY' })], false],
    ['a record that is followed', [told({})], false],
    ['what the same key may run again', [retry], false],
    ['no answer', [lost], false],
    [
      'a cancel of which no record tells',
      [told({ outcome: 'CANCELLED', nextAction: 'NOTHING', cancellation: null })],
      true,
    ],
    ['a refusal of which no record tells', [refused], true],
    [
      'such a refusal with a newer action',
      [told({ outcome: 'NOT_CANCELLED', nextAction: 'CONTACT_SUPPORT', cancellation: null, hasNewerAction: true })],
      false,
    ],
    [
      'a record that is settled, with a newer action',
      [told({ nextAction: 'CONTACT_SUPPORT', cancellation: settled, hasNewerAction: true })],
      true,
    ],
    ['such a refusal after a lost send', [lost, refused], false],
    ['a key that is none, after a lost send', [lost, noKey], true],
    ['a record that the gateway cannot read', [told({ nextAction: 'CONTACT_SUPPORT', cancellation: null })], false],
    [
      'a pending one of which no record tells',
      [told({ outcome: 'PENDING', nextAction: 'CONTACT_SUPPORT', cancellation: null })],
      false,
    ],
  ] as const)('whether %s is final', (_, answers, final) => {
    expect(after(fresh, send, ...answers).final).toBe(final);
  });
});
