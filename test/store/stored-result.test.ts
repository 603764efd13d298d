import { describe, expect, it } from 'vitest';
import { asRecorded, unrecorded } from '../../src/cancellation/target/snapshot.ts';
import { decodeResult, encodeResult, version as newestVersion } from '../../src/store/result/stored-result.ts';
import { answeredWith } from '../cancellation/samples.ts';
import { fullOrder, fullPayment } from '../doubles/snapshots.ts';
import { storedRow, storedRows } from './stored-results/stored-results.ts';

const created = 1_795_000_000_000;

function decoded(result: string) {
  return decodeResult({ id: 'c-7', created, result });
}

describe('a stored result', () => {
  it.each(storedRows)('of version $version reads: $name', ({ version, result }) => {
    const stored = JSON.parse(result);
    const read = decoded(result);
    const { failure, ...verdict } = stored.verdict;
    const { code, upstream } = failure ?? {};
    expect(read.verdict).toMatchObject({ ...verdict, failure: failure && { code, upstream } });
    if (stored.snapshot === null) expect(read.snapshot).toBeNull();
    else expect(read.snapshot).toMatchObject(asRecorded(stored.snapshot));
    expect(read.startedAt).toBe((version === 1 ? stored.openedAt : stored.startedAt) ?? created);
    expect(read.lastAnswer?.upstream).toEqual((version === 1 ? stored.heard : stored.lastAnswer)?.upstream);
  });

  it.each(storedRows)('of version $version is written anew without a loss: $name', ({ result }) => {
    const read = decoded(result);
    expect(decoded(encodeResult(read))).toEqual(read);
  });

  it('of the newest version is written as it was, but for what a snapshot does not know', () => {
    // As gateways wrote it that named what was null.
    const known = (name: string, value: unknown) =>
      name === 'snapshot' && typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).filter(([, fact]) => fact !== null))
        : value;
    for (const { result } of storedRows.filter(({ version }) => version === newestVersion)) {
      expect(JSON.parse(encodeResult(decoded(result)))).toEqual(JSON.parse(result, known));
    }
  });

  it.each([
    [fullPayment, unrecorded.payment],
    [fullOrder, unrecorded.order],
  ])('holds nothing of a $kind that no record keeps', (seen, blanks) => {
    const read = decoded(storedRow(newestVersion, 'a payment that stayed as it was').result);
    const lastAnswer = { kind: 'not-cancelled', snapshot: seen, upstream: answeredWith(200) } as const;
    const { snapshot, lastAnswer: answer } = JSON.parse(encodeResult({ ...read, snapshot: seen, lastAnswer }));
    const kept = Object.keys(seen).filter((name) => !(name in blanks));
    expect(Object.keys(snapshot).sort()).toEqual(kept.sort());
    expect(answer.snapshot).toEqual(snapshot);
  });

  it.each([
    ['circuit open', false, 'held-back', null],
    ['too many calls', false, 'held-back', null],
    ['closed', false, 'held-back', null],
    ['deadline passed', true, 'not-connected', null],
    ['connect ECONNREFUSED', true, 'not-connected', 'ECONNREFUSED'],
    ['connect ENOTFOUND', false, 'not-connectable', 'ENOTFOUND'],
    ['TLS CERT_HAS_EXPIRED', false, 'not-connectable', 'CERT_HAS_EXPIRED'],
  ])('of version 1 that was not sent for "%s" says why', (said, transient, reason, systemCode) => {
    const stored = JSON.parse(storedRow(1, 'a payment at a provider out of reach').result);
    const json = JSON.stringify({ ...stored, heard: { ...stored.heard, reason: said, transient } });
    expect(decoded(json).lastAnswer).toMatchObject({ kind: 'not-sent', reason, systemCode });
  });
});

const approved = { currentStatus: 'APPROVED', orderId: null };
const cancellableStatuses = ['PENDING', 'IN_PROCESS', 'AUTHORIZED'];

describe('a result that an old replica saved over that of a newer one', () => {
  it.each([
    ['a payment that an old replica settled', 'CANCELLED'],
    ['a payment that an old replica could not read', 'UNKNOWN'],
    ['an order that an old replica left as it was', 'UNKNOWN'],
  ])('keeps what the caller is told, and no answer: %s', (name, outcome) => {
    const { verdict, lastAnswer, startedAt } = decoded(storedRow(1, name).result);
    expect({ outcome: verdict.outcome, lastAnswer, startedAt }).toEqual({
      outcome,
      lastAnswer: null,
      startedAt: created,
    });
  });

  it('keeps where the money of its order is', () => {
    const { result } = storedRow(1, 'an order that an old replica left as it was');
    expect(decoded(result).snapshot).toMatchObject({ statusDetail: 'accredited', funds: 'held' });
  });

  it('keeps the answer that the old replica was given itself', () => {
    const { heard } = JSON.parse(storedRow(1, 'a payment that was cancelled').result);
    const stored = JSON.parse(storedRow(1, 'a payment that an old replica settled').result);
    expect(decoded(JSON.stringify({ ...stored, heard })).lastAnswer).toEqual(heard);
  });
});

describe('a failure of version 1', () => {
  it.each([
    ['a captured payment that was refused', { ...approved, captured: true, cancellableStatuses }],
    ['a payment that was cancelled before', { cancelledAt: expect.stringMatching(/^2026-.*Z$/) }],
    ['a payment refused for a reason without an entry', {}],
    ['a payment that may be tried again', { retryAfterMs: 1_000 }],
    ['an order whose id the provider refused', { expected: expect.stringContaining('26 letters or digits') }],
    ['a payment to be cancelled by hand', { targetId: expect.stringMatching(/20010$/), authorizationId: null }],
    ['a payment whose answer was lost', {}],
  ])('tells what its type tells: %s', (name, detail) => {
    expect(decoded(storedRow(1, name).result).verdict.failure?.detail).toEqual(detail);
  });

  it('of an order too young to be cancelled knows no state', () => {
    const { verdict } = decoded(storedRow(1, 'an order too young to be cancelled').result);
    expect(verdict.failure?.detail).toMatchObject({ currentStatus: null, captured: null });
  });

  it.each([
    ['PAYMENT_NOT_FOUND', { targetId: '1' }, { targetId: '1' }],
    ['ORDER_NOT_FOUND', { targetId: '1' }, { targetId: '1' }],
    ['ORDER_ALREADY_CANCELLED', {}, { cancelledAt: null }],
    ['IDEMPOTENCY_KEY_REQUIRED', { targetId: '1' }, { explanation: null }],
    ['INVALID_IDEMPOTENCY_KEY', { targetId: '1' }, { explanation: null }],
    ['IDEMPOTENCY_KEY_ALREADY_USED', { earlierId: 'c-1' }, { earlierId: 'c-1' }],
    ['IDEMPOTENCY_KEY_IN_PROGRESS', {}, { earlierId: null }],
    ['INVALID_PAYMENT_ID', { targetId: '1', expected: 'digits' }, { expected: 'digits' }],
    ['PROVIDER_UNREACHABLE', { retryAfterMs: 5_000 }, { retryAfterMs: 5_000 }],
    ['ACCESS_TOKEN_INVALID', { targetId: '1' }, {}],
  ])('with the code %s keeps %j', (code, detail, kept) => {
    const stored = JSON.parse(storedRow(1, 'a payment refused for a reason without an entry').result);
    const failure = { ...stored.verdict.failure, code, detail };
    const json = JSON.stringify({ ...stored, verdict: { ...stored.verdict, failure } });
    expect(decoded(json).verdict.failure).toMatchObject({ code, detail: kept });
    expect(Object.keys(decoded(json).verdict.failure?.detail ?? {})).toEqual(Object.keys(kept));
  });
});

describe('a result of version 3', () => {
  it.each([
    ['payment', 'a captured payment that was refused'],
    ['order', 'an open order that was refused'],
  ])('loses what a record of a %s no longer keeps', (_, name) => {
    const stored = JSON.parse(storedRow(3, name).result);
    const snapshot = { ...stored.snapshot, externalReference: 'ana@example.test', description: 'A gift for Ana' };
    const lastAnswer = { kind: 'not-cancelled', snapshot, upstream: stored.lastAnswer.upstream };
    const read = decoded(JSON.stringify({ ...stored, snapshot, lastAnswer }));
    expect(read).toMatchObject({ snapshot: asRecorded(snapshot), lastAnswer: { snapshot: asRecorded(snapshot) } });
    expect(encodeResult(read)).not.toMatch(/ana/i);
  });
});

describe('an order of version 2', () => {
  const stored = JSON.parse(storedRow(2, 'an open order that was refused').result);

  it.each([
    ['waiting_capture', 'held'],
    ['refunded', 'returned'],
    ['partially_refunded', null],
    ['constructor', null],
    [null, null],
  ])('with the detail %j says where its money is: %j', (statusDetail, funds) => {
    const snapshot = { ...stored.snapshot, statusDetail };
    const lastAnswer = { kind: 'not-cancelled', snapshot, upstream: stored.lastAnswer.upstream };
    const read = decoded(JSON.stringify({ ...stored, snapshot, lastAnswer }));
    const kept = asRecorded({ ...snapshot, funds });
    expect(read.snapshot).toEqual(kept);
    expect(read.lastAnswer).toEqual({ ...lastAnswer, snapshot: kept });
  });

  it('is the only thing that changed since', () => {
    for (const { result, name } of storedRows.filter(({ version }) => version === 2)) {
      expect(decoded(result)).toEqual(decoded(storedRow(newestVersion, name).result));
    }
  });
});

const newest = JSON.parse(storedRow(newestVersion, 'a captured payment that was refused').result);

/** The newest result with another value in one place. */
function spoilt(path: readonly string[], value: unknown): string {
  const copy = structuredClone(newest);
  const parent = path.slice(0, -1).reduce((object, name) => object[name], copy);
  parent[path.at(-1) ?? ''] = value;
  return JSON.stringify(copy);
}

/** The newest result without one of its fields. */
function without(...path: readonly string[]): string {
  return spoilt(path, undefined);
}

describe('a result from before a field was there', () => {
  it.each(['orderId', 'refundedAmount', 'captured'])('reads a nullable field of its target as null: %s', (name) => {
    expect(decoded(without('snapshot', name)).snapshot).toEqual(asRecorded({ ...newest.snapshot, [name]: null }));
  });

  it('reads which order made a payment that was refused as null', () => {
    const { failure } = decoded(without('verdict', 'failure', 'detail', 'orderId')).verdict;
    expect(failure).toEqual(newest.verdict.failure);
  });

  it('reads a refusal as one for no reason but its own', () => {
    const { lastAnswer } = decoded(JSON.stringify(newest));
    expect(Object.keys(lastAnswer ?? {})).not.toContain('perhapsByState');
    const perhaps = JSON.parse(storedRow(newestVersion, 'a payment forbidden, perhaps for its state').result);
    expect(decoded(JSON.stringify(perhaps)).lastAnswer).toMatchObject({ kind: 'refused', perhapsByState: true });
  });

  it.each([
    [['snapshot', 'status'], 'result.snapshot.status is missing'],
    [['verdict', 'retryAfterMs'], 'result.verdict.retryAfterMs is missing'],
    [['lastAnswer', 'upstream', 'httpStatus'], 'result.lastAnswer.upstream.httpStatus is missing'],
    [['lastAnswer'], 'result.lastAnswer is missing'],
    [['snapshot'], 'result.snapshot is missing'],
  ])('is refused without %j', (path, what) => {
    expect(() => decoded(without(...path))).toThrow(what);
  });
});

describe('a result that cannot be read', () => {
  it.each([
    ['', 'result is not JSON'],
    ['{"version":2', 'result is not JSON'],
    ['null', 'result is not an object'],
    ['[]', 'result is not an object'],
    ['{}', 'result.verdict is not an object'],
    ['{"version":"2"}', 'result.version is not a whole number'],
    ['{"version":0}', 'result.version is none that there was'],
    [spoilt(['verdict'], undefined), 'result.verdict is missing'],
    [spoilt(['verdict', 'outcome'], 'MAYBE'), 'result.verdict.outcome is not a value that this gateway knows'],
    [spoilt(['verdict', 'retryAfterMs'], '1000'), 'result.verdict.retryAfterMs is not a number'],
    [spoilt(['verdict', 'failure', 'code'], 'NO_CODE'), 'result.verdict.failure.code is not a value that'],
    [spoilt(['verdict', 'failure', 'detail', 'captured'], 'yes'), 'failure.detail.captured is not true or false'],
    [
      spoilt(['verdict', 'failure', 'detail', 'captvred'], true),
      'failure.detail has a field that this gateway does not',
    ],
    [spoilt(['verdict', 'failure', 'detail', 'cancellableStatuses', '1'], 7), 'cancellableStatuses[1] is not text'],
    [spoilt(['lastAnswer', 'kind'], 'toString'), 'result.lastAnswer.kind is not a value that this gateway knows'],
    [spoilt(['lastAnswer', 'upstream'], null), 'result.lastAnswer.upstream is not an object'],
    [spoilt(['startedAt'], 1.5), 'result.startedAt is not a whole number'],
    [spoilt(['snapshot', 'kind'], 'order'), 'result.snapshot has a field that this gateway does not know'],
    [spoilt(['snapshot', 'status'], 'APPROVED '), 'result.snapshot.status is not a value that this gateway knows'],
    [spoilt(['snapshot', 'amount'], { amount: 1, currency: null }), 'result.snapshot.amount.amount is not text'],
    [
      spoilt(['snapshot', 'payer'], { email: 'ana@example.test' }),
      'result.snapshot has a field that this gateway does',
    ],
  ])('names the record, the place and what to do: %s', (json, what) => {
    const unreadable = { name: 'UnreadableRecord', recordId: 'c-7', code: 'UNREADABLE_RECORD' };
    expect(() => decoded(json)).toThrow(expect.objectContaining(unreadable));
    expect(() => decoded(json)).toThrow('The record c-7 cannot be read: ');
    expect(() => decoded(json)).toThrow(what);
    expect(() => decoded(json)).toThrow("Put the row's result back from a backup");
  });

  it('names the version of a newer gateway, whatever else it holds', () => {
    const json = JSON.stringify({ version: newestVersion + 1, everything: 'else' });
    expect(() => decoded(json)).toThrow(
      `its result has version ${newestVersion + 1}, and this gateway knows ${newestVersion}. Run the gateway`,
    );
  });

  it('does not tell what stands in it', () => {
    const json = spoilt(['snapshot', 'statusDetail'], { email: 'ana@example.test' });
    expect(() => decoded(json)).toThrow(expect.objectContaining({ message: expect.not.stringContaining('ana') }));
  });
});
