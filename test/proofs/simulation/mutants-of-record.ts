// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the changes are text, templates included.

import { type Mutant, mutant, src } from './mutant.ts';

const claim = src('record/claim');
const run = src('engine/run-cancellation');
const settle = src('engine/settle');
const settlement = src('rules/settlement');
const reconcile = src('engine/reconcile');
const attempt = src('record/attempt');
const cancel = src('engine/cancel');
const inTurn = src('engine/run-in-turn');
const store = 'test/store/memory-record-store.ts';

/** What was written down, by whom and under which key, forgotten or mixed up. */
export const mutantsOfRecord: readonly Mutant[] = [
  mutant('earlier-attempt-forgotten', 'A resend forgets that the attempt before it may have been carried out.', [
    run,
    'ambiguous: record.ambiguous || leavesDoubt(answer) }',
    'ambiguous: record.ambiguous }',
  ]),
  mutant('crash-forgotten', 'An attempt that died with its process counts as one that never was.', [
    reconcile,
    'return sendOnceMore(engine, resolved, { ...record, ambiguous: true }, reconciliation);',
    'return sendOnceMore(engine, resolved, record, reconciliation);',
  ]),
  mutant(
    'sent-before-written',
    'The cancel leaves before the intent is written down.',
    [
      cancel,
      '  return answer(engine, asked, claimCancellation(engine,',
      `  const { resolved, claim } = asked;
  await resolved.adapter.cancel({
    target: claim.target,
    key: upstreamKeyOf({ ...claim, generation: 0 }),
    authorizationId: claim.authorizationId,
    terms: { deadlineMs: resolved.rules.attemptMs, inBackground: false },
  });
  return answer(engine, asked, claimCancellation(engine,`,
    ],
    [
      cancel,
      "import type { Caller } from '../target/caller.ts';",
      "import { upstreamKeyOf } from '../record/upstream-key.ts';\nimport type { Caller } from '../target/caller.ts';",
    ],
  ),
  mutant('a-key-per-attempt', 'Every attempt has a key of its own at the provider.', [
    attempt,
    'const upstreamKey = upstreamKeyOf(record, spelling);',
    'const upstreamKey = upstreamKeyOf({ ...record, generation: record.attempts.length }, spelling);',
  ]),
  mutant('a-key-per-reconciliation', 'The key changes whenever an outcome stays unknown.', [
    settlement,
    'return { ...settlement, nextGeneration: isBurnt };',
    'return { ...settlement, nextGeneration: isBurnt || true };',
  ]),
  mutant('one-key-for-all', 'The key at the provider does not name the target.', [
    src('record/upstream-key'),
    '`cancel_${target.kind}`, target.id, generation]',
    '`cancel_${target.kind}`, generation]',
  ]),
  mutant('no-fingerprint', 'A key that comes with another target is taken for the same request.', [
    claim,
    "if (keyed.fingerprint !== request.fingerprint) return { kind: 'mismatch', record };",
    '',
  ]),
  mutant('one-key-for-both-spellings', 'The other spelling is sent under the key of the first.', [
    src('record/upstream-key'),
    'const parts = spelling === null ? name : [...name, spelling];',
    'const parts = spelling === null ? name : name;',
  ]),
  mutant('spelling-in-doubt-given-up', 'In doubt about an earlier attempt, the other spelling is not tried.', [
    src('rules/next-step'),
    'return otherSpelling !== undefined && !respelled &&',
    'return otherSpelling !== undefined && !respelled && !evidence.ambiguous &&',
  ]),
  mutant('no-join', 'A second key starts a cancellation of its own while the first still runs.', [
    claim,
    "  if (unsettled !== null) return { kind: 'join', record: joined(request, unsettled) };\n",
    '',
  ]),
  mutant('success-forgotten', 'A new key for a target that we cancelled sends again.', [
    claim,
    "  if (cancelled !== null) return { kind: 'already-cancelled', record: cancelled, replayed: false };\n",
    '',
  ]),
  mutant('given-up-forgotten', 'A new key forgets that an earlier cancellation ended unknown.', [
    claim,
    "    state: 'CLAIMED',\n    ambiguous: facts.unaccounted,",
    "    state: 'CLAIMED',\n    ambiguous: false,",
  ]),
  mutant('late-means-failed', 'A caller who waited too long is told that nothing was cancelled.', [
    src('engine/answer-cancel'),
    'return resultOf(key, ended ?? record);',
    "const late = refusedHere(key, failure('OUTCOME_UNKNOWN'), 'RETRY_NEW_KEY').verdict;\n  return resultOf(key, ended ?? { ...record, verdict: late });",
  ]),
  mutant('no-reconciler', 'Nobody reconciles unsettled records.', [
    src('engine/reconciler'),
    '  start(): void {\n    this.#wait(0);',
    '  start(): void {',
  ]),
  mutant('gives-up-at-once', 'An open record is given up after a minute.', [
    src('rules/reconcile-schedule'),
    'export const giveUpAfterMs = 7 * day;',
    'export const giveUpAfterMs = minute;',
  ]),
  mutant('approved-means-cancelled', 'A captured payment counts as cancelled.', [
    src('target/payment'),
    "APPROVED: 'captured',",
    "APPROVED: 'cancelled',",
  ]),
  mutant('burnt-key-kept', 'A key that the provider calls used is sent again for ever.', [
    settle,
    'generation: settlement.nextGeneration ? generationAfterBurntKey(record) : record.generation,',
    'generation: record.generation,',
  ]),
  mutant('unsaved-is-told', 'What could not be written down is told all the same.', [
    settle,
    "if (settled.verdict.outcome === 'CANCELLED') return settled;",
    "if (settled.verdict.outcome !== 'UNKNOWN') return settled;",
  ]),
  mutant('crash-means-not-sent', 'An attempt whose process died counts as one that never left.', [
    src('rules/attempt-proof'),
    "return { kind: 'lost', reason: 'no answer recorded', answered: false, upstream: noAnswerOf(provider) };",
    "return { kind: 'not-sent', reason: 'not-connectable', systemCode: null, upstream: noAnswerOf(provider) };",
  ]),
  mutant('reconciliation-forgets-doubt', 'A reconciliation weighs the latest attempt and forgets those before it.', [
    reconcile,
    'evidenceOf(record, answer, [read])',
    'evidenceOf({ ...record, ambiguous: false }, answer, [read])',
  ]),
  mutant('old-answer-kept', 'A resend leaves the answer to the attempt before it in the record.', [
    attempt,
    "state: 'SENT', lastAnswer: null,",
    "state: 'SENT',",
  ]),
  mutant('reconciliation-never-resends', 'A reconciliation reads, and never sends again.', [
    reconcile,
    'const repeats = reconciliation.isScheduled',
    'const repeats = reconciliation.isScheduled && record.reconciliations > 1_000',
  ]),
  mutant('accepted-for-ever', 'An accepted cancel stays pending though the target was captured meanwhile.', [
    settlement,
    'if (isFinal(phase)) return final(',
    "if (proof !== 'ACCEPTED' && isFinal(phase)) return final(",
  ]),
  mutant('waiting-means-sent', 'A cancel that waited for its turn counts as sent when somebody takes it over.', [
    reconcile,
    "if (acquired.state === 'CLAIMED') return runCancellation(",
    "if (acquired.state === 'CLAIMED' && engine.random() > 1) return runCancellation(",
  ]),
  mutant(
    'unwritten-turn',
    'A cancel whose turn has come is sent without being written down.',
    [
      run,
      'const sent = await writeThenSend(engine, resolved, record, spelling, run.runFor);',
      'const sent = await send(engine, resolved, withAttempt(record, spelling, engine.clock.now()), run.runFor);',
    ],
    [
      run,
      "import { lastSpelling } from '../record/attempt.ts';",
      "import { lastSpelling, withAttempt } from '../record/attempt.ts';",
    ],
  ),
  mutant('lease-not-kept', 'The lease of a cancel that waits for its turn is not renewed.', [
    inTurn,
    '    await save(engine, claimed);\n',
    '',
  ]),
  mutant('turn-not-passed-on', 'A cancel of a list keeps its turn when it has ended.', [
    inTurn,
    'queue.passOn(provider);',
    '',
  ]),
  mutant('a-deadline-per-field', 'Each root field of a request has eight seconds of its own.', [
    src('engine/answer-time'),
    'export function answerByOf({ deadlines }: Timed, arrivedAt: number): number {\n  return arrivedAt + deadlines.answerMs;',
    'export function answerByOf({ clock, deadlines }: Timed, _arrivedAt: number): number {\n  return clock.now() + deadlines.answerMs;',
  ]),
  mutant('no-fence', 'A writer whose record another process has acquired may still write it.', [
    store,
    'if (kept?.fence !== record.fence) return null;',
    'if (kept === undefined) return null;',
  ]),
  mutant('joined-key-not-kept', 'A key that joined a running cancellation is not remembered.', [
    store,
    "if (kind !== 'mismatch' && kind !== 'replay') this.#pointKey(request, decision);",
    "if (kind === 'start') this.#pointKey(request, decision);",
  ]),
  mutant('keys-of-all-tenants', 'The keys of two tenants are one.', [
    store,
    'return JSON.stringify([tenant, principalClass, idempotencyKey]);',
    'return JSON.stringify([principalClass, idempotencyKey]);',
  ]),
  mutant('joined-authorization-dropped', 'The authorization that a second key names is not taken on.', [
    claim,
    'authorizationId: (isOfItsClass ? request.authorizationId : null) ?? record.authorizationId,',
    'authorizationId: record.authorizationId,',
  ]),
  mutant('joined-authorization-unread', 'What joined a cancellation while it runs is kept, and not sent.', [
    settle,
    'return joined && { ...record, ...joined };',
    'return joined && record;',
  ]),
  mutant('authorization-of-another-class', 'A caller of another class changes what is sent.', [
    claim,
    'authorizationId: (isOfItsClass ? request.authorizationId : null) ?? record.authorizationId,',
    'authorizationId: request.authorizationId ?? record.authorizationId,',
  ]),
  mutant('person-asked-twice', 'Whoever finds a record ended by another asks a person again.', [
    settle,
    'const endedHere = known.fence === record.fence;',
    'const endedHere = true;',
  ]),
  mutant('person-asked-early', 'A person is asked to cancel by hand while the outcome is still looked for.', [
    src('rules/alerts'),
    "return state === 'DONE' && verdict.nextAction === 'CANCEL_MANUALLY';",
    "return state === 'UNKNOWN' || verdict.nextAction === 'CANCEL_MANUALLY';",
  ]),
];
