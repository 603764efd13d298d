import { describe, expect, it } from 'vitest';
import {
  byStoresClock,
  type ClaimFacts,
  type ClaimRequest,
  decideClaim,
  isNothingToJoin,
} from '../../../src/cancellation/record/claim.ts';
import type { CancellationRecord, RecordState } from '../../../src/cancellation/record/record.ts';
import { upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
import { paymentTarget } from '../../doubles/snapshots.ts';
import { lostAnswer, sampleRecord } from '../samples.ts';

const request: ClaimRequest = {
  id: 'new',
  tenant: 'tenant',
  principalClass: 'service',
  idempotencyKey: 'new-key',
  fingerprint: 'same',
  target: paymentTarget,
  account: '',
  readable: true,
  spelling: null,
  expiresInMs: 3_600_000,
  authorizationId: 'authorization',
  requestedBy: 'caller',
  reason: 'FRAUD',
  note: 'seen twice',
  requestId: null,
  holder: { owner: 'us', now: 100_000, leaseMs: 30_000 },
  queued: false,
  mayStart: true,
};

const nothingKnown: ClaimFacts = {
  keyed: null,
  cancelled: null,
  unsettled: null,
  nextGeneration: 0,
  unaccounted: false,
};

const ofKey = sampleRecord({ id: 'of-the-key' });
const unsettled = sampleRecord({ id: 'unsettled', state: 'UNKNOWN' });
const cancelled = sampleRecord({ id: 'cancelled', state: 'DONE' });

function decided(facts: Partial<ClaimFacts>, asked: Partial<ClaimRequest> = {}) {
  return decideClaim({ ...request, ...asked }, { ...nothingKnown, ...facts });
}

function started(facts: Partial<ClaimFacts>, asked: Partial<ClaimRequest> = {}): CancellationRecord {
  const decision = decided(facts, asked);
  if (decision.kind !== 'start') throw new Error(`It was not started: ${decision.kind}.`);
  return decision.record;
}

function keyed(state: RecordState, { found = false, fingerprint = 'same' } = {}): Pick<ClaimFacts, 'keyed'> {
  return { keyed: { record: { ...ofKey, state }, found, fingerprint } };
}

describe('a key that was used before', () => {
  it.each<RecordState>(['CLAIMED', 'SENT', 'UNKNOWN', 'PENDING', 'RELEASED', 'DONE'])(
    'is refused for another input, its record being %s',
    (state) => {
      const facts = { ...keyed(state, { fingerprint: 'other' }), unsettled, cancelled };
      expect(decided(facts)).toEqual({ kind: 'mismatch', record: { ...ofKey, state } });
    },
  );

  it('replays what is settled', () => {
    expect(decided(keyed('DONE'))).toEqual({ kind: 'replay', record: { ...ofKey, state: 'DONE' } });
  });

  it('repeats that the target was cancelled before, when that was its answer', () => {
    expect(decided(keyed('DONE', { found: true }))).toEqual({
      kind: 'already-cancelled',
      record: { ...ofKey, state: 'DONE' },
      replayed: true,
    });
  });

  it.each<RecordState>(['CLAIMED', 'SENT', 'UNKNOWN', 'PENDING'])('joins its record while that is %s', (state) => {
    expect(decided({ ...keyed(state), cancelled, unsettled })).toMatchObject({
      kind: 'join',
      record: { id: ofKey.id, state },
    });
  });

  it('finds the target cancelled by another after its record was released', () => {
    const facts = { ...keyed('RELEASED'), cancelled, unsettled };
    expect(decided(facts)).toEqual({ kind: 'already-cancelled', record: cancelled, replayed: false });
  });

  it('joins the run of another after its record was released', () => {
    expect(decided({ ...keyed('RELEASED'), unsettled })).toMatchObject({ kind: 'join', record: { id: 'unsettled' } });
  });
});

describe('a request that may not begin a run', () => {
  const joining = { mayStart: false };

  it.each<[string, Partial<ClaimFacts>]>([
    ['nothing is known', {}],
    ['the target was refused before', { nextGeneration: 1 }],
    ['the target was given up', { unaccounted: true }],
    ['its own record was released', keyed('RELEASED')],
  ])('is refused where %s', (_, facts) => {
    expect(decided(facts).kind).toBe('start');
    expect(() => decided(facts, joining)).toThrow(expect.toSatisfy(isNothingToJoin));
  });

  it.each<[string, Partial<ClaimFacts>]>([
    ['the key was answered', keyed('DONE')],
    ['the key was used for something else', keyed('UNKNOWN', { fingerprint: 'other' })],
    ['the target is cancelled', { cancelled }],
    ['the target is being cancelled', { unsettled }],
  ])('is what any other is where %s', (_, facts) => {
    expect(decided(facts, joining)).toEqual(decided(facts));
  });
});

describe('a key that comes with another account', () => {
  it.each<RecordState>(['CLAIMED', 'UNKNOWN', 'RELEASED', 'DONE'])('is refused, its record being %s', (state) => {
    const record = { ...ofKey, account: 'a', state };
    const facts = { keyed: { record, found: false, fingerprint: 'same' } };
    expect(decided(facts, { account: 'b' })).toEqual({ kind: 'mismatch', record });
  });

  it.each([
    ['the same', 'a', 'a'],
    ['not known any more', 'a', ''],
    ['known by now', '', 'a'],
    ['never known', '', ''],
  ])('runs again with the account that is asked now: %s', (_, account, askedWith) => {
    const facts = {
      keyed: { record: { ...ofKey, account, state: 'RELEASED' as const }, found: false, fingerprint: 'same' },
    };
    expect(started(facts, { account: askedWith })).toMatchObject({ id: ofKey.id, account: askedWith });
  });
});

describe('a new key', () => {
  it('opens a record of the account that is asked', () => {
    expect(started({}, { account: 'a' }).account).toBe('a');
  });

  it('is told of an earlier cancellation of the target', () => {
    expect(decided({ cancelled, unsettled })).toEqual({
      kind: 'already-cancelled',
      record: cancelled,
      replayed: false,
    });
  });

  it('joins the running cancellation of the target', () => {
    expect(decided({ unsettled })).toMatchObject({ kind: 'join', record: { id: 'unsettled' } });
  });

  it('opens a record with its first attempt written down', () => {
    const record = started({ nextGeneration: 2 });
    expect(record).toEqual({
      id: 'new',
      tenant: 'tenant',
      target: paymentTarget,
      account: '',
      authorizationId: 'authorization',
      sendsUntil: 3_700_000,
      idempotencyKey: 'new-key',
      principalClass: 'service',
      requestedBy: 'caller',
      reason: 'FRAUD',
      note: 'seen twice',
      generation: 2,
      state: 'SENT',
      ambiguous: false,
      verdict: expect.objectContaining({ outcome: 'UNKNOWN', nextAction: 'WAIT', retryAfterMs: 2_000 }),
      lastAnswer: null,
      snapshot: null,
      providerCancellationId: null,
      attempts: [
        {
          kind: 'CANCEL',
          startedAt: 100_000,
          endedAt: null,
          upstreamKey: upstreamKeyOf({ tenant: 'tenant', target: paymentTarget, generation: 2 }),
          spelling: null,
          proof: null,
          httpStatus: null,
          upstreamCode: null,
          upstreamRequestId: null,
        },
      ],
      fence: 1,
      owner: 'us',
      leaseUntil: 130_000,
      reconciledAt: null,
      reconciliations: 0,
      reconcileAt: null,
      createdAt: 100_000,
      startedAt: 100_000,
      updatedAt: 100_000,
      finishedAt: null,
    });
    expect(record.verdict.failure?.code).toBe('OUTCOME_UNKNOWN');
  });

  it('opens a record with nothing sent where it has to wait', () => {
    expect(started({ nextGeneration: 2 }, { queued: true })).toEqual({
      ...started({ nextGeneration: 2 }),
      state: 'CLAIMED',
      attempts: [],
    });
  });

  it('is sent first in the spelling that its provider last took', () => {
    expect(started({}, { spelling: 'canceled' }).attempts).toMatchObject([{ spelling: 'canceled' }]);
  });

  it('counts nothing as proven after a record that was given up', () => {
    expect(started({ unaccounted: true }).ambiguous).toBe(true);
  });
});

describe('a released record', () => {
  const released = sampleRecord({
    id: 'released',
    state: 'RELEASED',
    generation: 3,
    ambiguous: true,
    verdict: { outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', retryAfterMs: 1_000, failure: null },
    lastAnswer: lostAnswer,
    authorizationId: 'corrected',
    fence: 6,
    reconciliations: 5,
    reconcileAt: 90_000,
    finishedAt: 2_000,
  });
  const again = (facts: Partial<ClaimFacts> = {}, asked: Partial<ClaimRequest> = {}) =>
    started({ keyed: { record: released, found: false, fingerprint: 'same' }, ...facts }, asked);

  it('runs again as it began, with one more attempt and under the same upstream key', () => {
    const record = again();
    expect(record).toEqual({
      ...released,
      ...{ authorizationId: 'authorization', requestedBy: 'caller', reason: 'FRAUD', note: 'seen twice' },
      sendsUntil: 3_700_000,
      state: 'SENT',
      ambiguous: false,
      verdict: expect.objectContaining({ outcome: 'UNKNOWN', nextAction: 'WAIT', retryAfterMs: 2_000 }),
      lastAnswer: null,
      attempts: [...released.attempts, expect.objectContaining({ startedAt: 100_000 })],
      fence: 7,
      owner: 'us',
      leaseUntil: 130_000,
      reconciliations: 0,
      reconcileAt: null,
      startedAt: 100_000,
      updatedAt: 100_000,
      finishedAt: null,
    });
    expect(record.verdict.failure?.code).toBe('OUTCOME_UNKNOWN');
    expect(record.attempts.at(-1)?.upstreamKey).toBe(upstreamKeyOf(released));
  });

  it('runs again with no new attempt where it has to wait', () => {
    const facts = { keyed: { record: released, found: false, fingerprint: 'same' } };
    expect(started(facts, { queued: true })).toEqual({
      ...again(),
      state: 'CLAIMED',
      attempts: released.attempts,
    });
  });

  it.each([
    ['a definite negative came in between', 4, 4],
    ['none came', 3, 3],
    ['the others know of fewer', 1, 3],
  ])('takes the higher generation: %s', (_, nextGeneration, generation) => {
    expect(again({ nextGeneration }).generation).toBe(generation);
  });

  it.each([
    ['corrected', 'its class', 'service'],
    [null, 'another', 'shopper'],
  ])('runs again with the authorization %s for a key of %s without one', (authorizationId, _, principalClass) => {
    expect(again({}, { authorizationId: null, principalClass })).toMatchObject({ authorizationId, principalClass });
  });

  it('counts nothing as proven when another record was given up', () => {
    expect(again({ unaccounted: true }).ambiguous).toBe(true);
  });
});

describe('who joins an open record', () => {
  const record = sampleRecord({ state: 'UNKNOWN', authorizationId: 'first', sendsUntil: 3_000_000 });
  const joined = (asked: Partial<ClaimRequest> = {}, joins = record) => decided({ unsettled: joins }, asked).record;

  it('adds an authorization and time, and nothing else', () => {
    expect(joined()).toEqual({ ...record, authorizationId: 'authorization', sendsUntil: 3_700_000 });
  });

  it('takes no authorization away', () => {
    expect(joined({ authorizationId: null }).authorizationId).toBe('first');
  });

  it('adds time alone to the record of another class', () => {
    expect(joined({ principalClass: 'shopper' })).toEqual({ ...record, sendsUntil: 3_700_000 });
  });

  it('shortens no time', () => {
    expect(joined({ expiresInMs: 60_000 }).sendsUntil).toBe(3_000_000);
  });

  it('adds under its own key as well', () => {
    const decision = decided({ keyed: { record, found: false, fingerprint: 'same' } });
    expect(decision).toMatchObject({ kind: 'join', record: { sendsUntil: 3_700_000 } });
  });
});

describe('a claim as it is stored', () => {
  const holder = { owner: 'us', now: 100_000, leaseMs: 30_000 };

  it("ends the lease of a record that starts by the store's clock", () => {
    const record = sampleRecord({ leaseUntil: 130_000 });
    expect(byStoresClock({ kind: 'start', record }, holder, 105_000)).toEqual({
      kind: 'start',
      record: { ...record, leaseUntil: 135_000 },
    });
  });

  it.each(['join', 'replay', 'mismatch'] as const)('leaves alone the record of a %s', (kind) => {
    const decision = { kind, record: sampleRecord() };
    expect(byStoresClock(decision, holder, 105_000)).toEqual(decision);
  });
});
