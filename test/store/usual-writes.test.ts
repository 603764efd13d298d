import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { ClaimDecision, ClaimRequest } from '../../src/cancellation/record/claim.ts';
import { fingerprintOf } from '../../src/cancellation/record/idempotency.ts';
import type { CancellationRecord } from '../../src/cancellation/record/record.ts';
import { locksOf } from '../../src/store/claim-queries.ts';
import { PostgresDatabase, placeOf } from '../../src/store/postgres/postgres-database.ts';
import { openPostgresStore } from '../../src/store/postgres/postgres-record-store.ts';
import { UsualBatches } from '../../src/store/postgres/usual-batches.ts';
import { isUsualSettlement } from '../../src/store/postgres/usual-writes.ts';
import { SqlRecordStore } from '../../src/store/sql-record-store.ts';
import { generatedCases, timeFor } from '../generated-cases.ts';
import { prerequisite } from '../prerequisite.ts';
import { Corner, cancelled, givenUp, refusal, released, unknown, withoutHints } from './fixtures.ts';
import { MemoryRecordStore } from './memory-record-store.ts';
import { type PostgresServer, patient, startPostgres, withClient } from './postgres-server.ts';

/*
 * The one statement against `decideClaim`, over generated histories of few keys, targets and accounts. The store in memory
 * decides every claim by `decideClaim` alone, and gathers its facts without any SQL.
 */

let server: PostgresServer;
let url: string;
let database: PostgresDatabase;
let usual: UsualBatches;
let long: SqlRecordStore;
prerequisite(async () => {
  server = await startPostgres();
  url = await server.freshUrl();
  await (await openPostgresStore(url, patient)).close();
  database = new PostgresDatabase(url, patient);
  usual = new UsualBatches(database, patient.connect);
  long = new SqlRecordStore(database);
}, 60_000);
afterAll(async () => {
  await database?.close();
  await server?.stop();
});

const ends = { cancelled, refusal, givenUp, released, unknown, none: null };

const step = fc.record({
  key: fc.constantFrom('k1', 'k2', 'k3'),
  principalClass: fc.constantFrom('service', 'shopper'),
  target: fc.constantFrom('1', '2'),
  kind: fc.constantFrom('payment' as const, 'order' as const),
  account: fc.constantFrom('', 'a', 'b'),
  authorizationId: fc.constantFrom(null, 'x'),
  spelling: fc.constantFrom(null, 'canceled'),
  note: fc.constantFrom(null, 'a\0 note \ud800 of "odd" characters, \u2028 and \\u0000'),
  queued: fc.boolean(),
  end: fc.constantFrom(...(Object.keys(ends) as (keyof typeof ends)[])),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Where two accounts have a record, and of the third request's nobody knows which of the two it is. */
const plain = { spelling: null, note: null, queued: false, authorizationId: null, kind: 'order', target: '1' } as const;
const ofUnknownAccount = (end: 'unknown' | 'cancelled'): Step[] => [
  { ...plain, key: 'k1', principalClass: 'shopper', account: 'b', end },
  { ...plain, key: 'k3', principalClass: 'service', account: 'a', end },
  { ...plain, key: 'k1', principalClass: 'service', account: '', end },
];

/** What almost every request finds, and nothing else: then the one statement has to be what writes it. */
function isUsual({ kind, record }: ClaimDecision): boolean {
  return kind === 'start' && record.fence === 1 && record.generation === 0 && !record.ambiguous;
}

it('is what decideClaim says, whatever came before', { timeout: timeFor(120_000) }, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
      const memory = new MemoryRecordStore();
      const corner = cornerHere();
      for (const one of steps) {
        const request = requestOf(corner, one);
        const expected = await memory.claim(request);
        const byItself = await usual.claim(request);
        const claimed = byItself ?? (await long.claim(request));
        seen.add(`${expected.kind} ${byItself === null ? 'the long way' : 'at once'}`);
        expect(byItself !== null).toBe(isUsual(expected));
        expect(comparable(claimed)).toEqual(comparable(expected));
        expect(comparableRecord(await long.byId(corner.tenant, claimed.record.id))).toEqual(
          comparableRecord(await memory.byId(corner.tenant, claimed.record.id)),
        );
        if (claimed.kind === 'start') await settleBoth(memory, corner, claimed.record, expected.record, one);
      }
    }),
    { ...generatedCases(80), examples: [[ofUnknownAccount('unknown')], [ofUnknownAccount('cancelled')]] },
  );
  expect([...seen].sort()).toEqual([
    'already-cancelled the long way',
    'join the long way',
    'mismatch the long way',
    'replay the long way',
    'start at once',
    'start the long way',
  ]);
});

async function settleBoth(
  memory: MemoryRecordStore,
  corner: Corner,
  claimed: CancellationRecord,
  expected: CancellationRecord,
  { end }: Step,
): Promise<void> {
  const judged = ends[end];
  if (judged === null) return;
  const settled = withEnds(corner.judged(claimed, judged));
  const joined = isUsualSettlement(settled) ? await usual.settle(settled) : await long.save(settled, corner.holder());
  expect(joined).toEqual(await memory.save(withEnds(corner.judged(expected, judged)), corner.holder()));
  expect(comparableRecord(await long.byId(corner.tenant, settled.id))).toEqual(
    comparableRecord(await memory.byId(corner.tenant, settled.id)),
  );
}

function withEnds(record: CancellationRecord): CancellationRecord {
  const ended = { endedAt: record.updatedAt, proof: 'ANSWERED', httpStatus: 200 };
  return { ...record, attempts: record.attempts.map((attempt) => ({ ...attempt, ...ended })) };
}

function requestOf(corner: Corner, { key, target: id, kind, ...asked }: Step): ClaimRequest {
  const target = { ...corner.payment(id), kind };
  return {
    ...{ ...corner.request(key, target), ...asked, id: randomUUID() },
    fingerprint: fingerprintOf(target, asked.authorizationId),
  };
}

function comparable({ kind, record }: ClaimDecision) {
  return { kind, record: comparableRecord(record) };
}

/** The store in memory keeps text as it came, and a database as it can be stored. */
function comparableRecord(record: CancellationRecord | null) {
  return record && { ...withoutHints(record), note: record.note?.length ?? null };
}

const cornerHere = () =>
  new Corner({ stores: [long, long], now: () => 1_000_000, elapse: async () => {}, close: async () => {} });

async function transactionsOf(corner: Corner): Promise<number> {
  const written = 'select count(distinct cast(xmin as text)) as transactions from cancellation_op where tenant = $1';
  const { rows } = await withClient(url, (client) => client.query(written, [corner.tenant]));
  return Number(rows[0]?.transactions);
}

it('shares a commit among all that comes together', async () => {
  const corner = cornerHere();
  const requests = Array.from({ length: 40 }, (_, n) => corner.request(`k${n}`, corner.payment(`${n}`)));
  const claims = await Promise.all(requests.map((request) => usual.claim(request)));
  expect(claims.map((claim) => claim?.kind)).toEqual(Array(40).fill('start'));
  expect(await transactionsOf(corner)).toBe(1);
  const settle = (claim: ClaimDecision | null) =>
    usual.settle(corner.judged(claim?.record as CancellationRecord, cancelled));
  expect(await Promise.all(claims.map(settle))).not.toContain(null);
  expect(await transactionsOf(corner)).toBe(1);
});

it('answers none of a batch that the database refuses, and has written none', async () => {
  const corner = cornerHere();
  const first = await corner.started('k1');
  const sameId = { ...corner.request('k2', corner.payment('2')), id: first.id };
  const requests = [corner.request('k3', corner.payment('3')), sameId, corner.request('k4', corner.payment('4'))];
  expect(await Promise.all(requests.map((request) => usual.claim(request)))).toEqual([null, null, null]);
  for (const key of ['k2', 'k3', 'k4']) expect(await long.byKey(corner.tenant, 'service', key)).toBeNull();
});

it('leaves to the long way what somebody else holds', async () => {
  const corner = cornerHere();
  const [held, free, saved] = [
    corner.request('k1'),
    corner.request('k2', corner.payment('2')),
    await corner.started('k3', corner.payment('3')),
  ];
  await withClient(url, async (client) => {
    await client.query('begin');
    const place = locksOf([held]).map(placeOf)[1];
    await client.query('select pg_advisory_xact_lock(2, $1)', [place]);
    await client.query('select id from cancellation_op where id = $1 for update', [saved.id]);
    const answers = [usual.claim(held), usual.claim(free), usual.settle(corner.judged(saved, refusal))];
    expect(await Promise.all(answers)).toEqual([null, expect.objectContaining({ kind: 'start' }), null]);
    await client.query('rollback');
  });
});

it('keeps nobody waiting behind batches that are stuck', async () => {
  const corner = cornerHere();
  const hasty = new UsualBatches(database, 20);
  const claim = (id: string) => hasty.claim(corner.request(`k${id}`, corner.payment(id)));
  await withClient(url, async (client) => {
    await client.query('begin; lock table cancellation_op in access exclusive mode');
    const stuck: ReturnType<typeof claim>[] = [];
    for (const id of ['1', '2']) {
      stuck.push(claim(id));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await expect(claim('3')).rejects.toMatchObject({ name: 'Error', message: expect.stringContaining('too slow') });
    await client.query('rollback');
    expect(await Promise.all(stuck)).toMatchObject([{ kind: 'start' }, { kind: 'start' }]);
  });
  expect(await long.byKey(corner.tenant, 'service', 'k3')).toBeNull();
  expect(await claim('3')).toMatchObject({ kind: 'start' });
});

it('claims a whole list, or nothing of it', async () => {
  const corner = cornerHere();
  const list = (keys: readonly string[]) => keys.map((key) => corner.request(key, corner.payment(key)));
  expect(await usual.claimAll(list(['k1', 'k2']))).toMatchObject([{ kind: 'start' }, { kind: 'start' }]);
  expect(await usual.claimAll(list(['k3', 'k1', 'k4']))).toBeNull();
  expect(await long.byKey(corner.tenant, 'service', 'k3')).toBeNull();
});

it('settles nothing under a fence that has risen', async () => {
  const corner = cornerHere();
  const record = await corner.started('k1');
  await long.save({ ...record, leaseUntil: 0 });
  expect(await long.acquire(record.id, corner.holder('other'), 0)).toMatchObject({ fence: 2 });
  expect(await usual.settle(corner.judged(record, cancelled))).toBeNull();
  expect(await long.byId(corner.tenant, record.id)).toMatchObject({ state: 'SENT', owner: 'other' });
});
