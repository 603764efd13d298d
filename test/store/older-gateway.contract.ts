import { describe, expect, it } from 'vitest';
import type { RecordPage } from '../../src/cancellation/record/record-page.ts';
import { anyRecord } from '../../src/cancellation/record/record-page.ts';
import type { RecordStore } from '../../src/cancellation/record/record-store.ts';
import { longestIntentMs } from '../../src/cancellation/record/send-limit.ts';
import { Corner, cancelled } from './fixtures.ts';
import { storedRow } from './stored-results/stored-results.ts';

/** A database as a gateway of an earlier version left it. */
export interface OlderDatabase {
  run(statement: string): Promise<void>;
  rows(query: string): Promise<readonly unknown[]>;
  /** Opens it with the gateway of today. */
  open(): Promise<RecordStore>;
}

const created = 1_000_000;
const tenant = 'merchant';
const provider = 'MERCADO_PAGO';

/** What every database of an earlier gateway must become. */
export function olderGatewayContract(name: string, databaseOf: (version: number) => Promise<OlderDatabase>): void {
  describe(name, () => {
    it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('of version %i can be used', async (version) => {
      const older = await databaseOf(version);
      const store = await older.open();
      const corner = cornerOf(store);
      expect(await corner.settled('k1', { state: 'DONE', verdict: anyVerdict })).toMatchObject({ fence: 1 });
      await store.close();
    });

    it('keeps its records, without who paid and what for', async () => {
      const older = await databaseOf(3);
      const payment = storedRow(3, 'a payment whose answer was lost').result;
      const order = storedRow(3, 'an open order that was refused').result;
      const personal = [...payment.matchAll(/"(?:description|externalReference)":"([^"]+)"/g)].map(([, said]) => said);
      expect(personal.length).toBeGreaterThan(0);
      await older.run(recordOf('c-1', 'payment', 'UNKNOWN', payment));
      await older.run(recordOf('c-2', 'order', 'DONE', order));
      await older.run(recordOf('c-3', 'payment', 'DONE', 'junk', '2'));
      await older.run(
        recordOf('c-4', 'payment', 'DONE', payment.replace('"upstream":{', '"upstream":{"message":"a\\u0000b",'), '3'),
      );
      await older.run(keyOf('k1', 'c-1', 'service'));
      await older.run(keyOf('k-joined', 'c-1', 'service'));
      await older.run(forgottenKey);
      const store = await older.open();

      expect(await store.byId(tenant, 'c-1')).toMatchObject({
        ...{ state: 'UNKNOWN', principalClass: 'service', requestedBy: 'ana', note: 'twice' },
        ...{ sendsUntil: created + longestIntentMs, snapshot: { kind: 'payment', externalReference: null } },
      });
      expect(await store.byId(tenant, 'c-2')).toMatchObject({ principalClass: '', snapshot: { items: [] } });
      expect(await store.requestsOf(tenant, 'service', ['c-1'])).toEqual([
        [
          { idempotencyKey: 'k-joined', requestedBy: 'unknown', requestedAt: created, reason: null, note: null },
          { idempotencyKey: 'k1', requestedBy: 'ana', requestedAt: created, reason: 'FRAUD', note: 'twice' },
        ],
      ]);
      const waiting = { ...anyRecord, nextActions: ['WAIT'] } as const;
      const page = { tenant, principalClass: null, after: null, limit: 10 };
      const ids = ({ entries }: RecordPage) => entries.map(({ place }) => place.id);
      expect(ids(await store.page({ ...page, filter: waiting }))).toEqual(['c-4', 'c-1']);
      expect(ids(await store.page({ ...page, filter: anyRecord }))).toEqual(['c-4', 'c-3', 'c-2', 'c-1']);
      const stored = JSON.stringify(await older.rows('select result from cancellation_op order by id'));
      for (const said of personal) expect(stored).not.toContain(said);
      expect(stored).toContain('junk');
      expect(await older.rows('select key from forgotten_key')).toEqual([]);
      await store.close();
    });

    it('is used beside a gateway that knows no accounts', async () => {
      const older = await databaseOf(5);
      const result = storedRow(3, 'a payment whose answer was lost').result;
      await older.run(recordOf('c-1', 'payment', 'DONE', result, '1'));
      await older.run(cancelledTarget('c-1', '1'));
      const store = await older.open();
      await older.run(recordOf('c-2', 'payment', 'UNKNOWN', result, '2'));
      await older.run(recordOf('c-3', 'payment', 'DONE', result, '3'));
      for (let twice = 0; twice < 2; twice += 1) await older.run(cancelledTarget('c-3', '3'));
      await expect(older.run(recordOf('c-4', 'payment', 'SENT', result, '2'))).rejects.toThrow(/unique/i);

      const corner = cornerOf(store);
      const claimOf = (id: string) =>
        store.claim({ ...corner.request(`k-${id}`, { kind: 'payment', provider, id }), tenant, account: 'a' });
      expect(await claimOf('1')).toMatchObject({ kind: 'already-cancelled', record: { id: 'c-1', account: '' } });
      expect(await claimOf('2')).toMatchObject({ kind: 'join', record: { id: 'c-2', account: '' } });
      expect(await claimOf('3')).toMatchObject({ kind: 'already-cancelled', record: { id: 'c-3' } });
      const { record } = await claimOf('4');
      await store.save(corner.judged(record, cancelled), corner.holder());
      expect(await older.rows(`${knownBefore} and target = '4'`)).toEqual([{ op_id: record.id }]);
      expect(await older.rows(`${openBefore} limit 9`)).toMatchObject([{ id: 'c-2' }]);

      const { record: settledBefore } = await claimOf('5');
      await older.run(
        `update cancellation_op set state = 'DONE', outcome = 'CANCELLED' where id = '${settledBefore.id}'`,
      );
      await older.run(cancelledTarget(settledBefore.id, '5'));
      await store.purge(created + 1, 10);
      expect(await older.rows(`${knownBefore} and target = '5'`)).toEqual([]);
      expect(await claimOf('5')).toMatchObject({ kind: 'start' });
      await store.close();
    });
  });
}

function cornerOf(store: RecordStore): Corner {
  return new Corner({ stores: [store, store], now: () => created, elapse: async () => {}, close: store.close });
}

/** What gateways of before ask, word for word. */
const knownBefore = `select op_id from target_final where tenant = '${tenant}' and provider = '${provider}' and op = 'payment'`;
const openBefore = `select id, due from cancellation_op where provider = '${provider}'
  and state in ('CLAIMED', 'SENT', 'UNKNOWN', 'PENDING') order by due, id`;

export function cancelledTarget(record: string, target: string): string {
  return `insert into target_final(tenant, provider, op, target, op_id)
    values('${tenant}', '${provider}', 'payment', '${target}', '${record}') on conflict do nothing`;
}

const anyVerdict = { outcome: 'CANCELLED', nextAction: 'NOTHING', retryAfterMs: null, failure: null } as const;

export function recordOf(id: string, op: string, state: string, result: string, target = '1'): string {
  return `insert into cancellation_op(id, tenant, op, provider, target, generation, state, ambiguous, idempotency_key,
      requested_by, reason, note, fence, lease_until, looks, outcome, result, created, updated)
    values('${id}', '${tenant}', '${op}', '${provider}', '${target}', 0, '${state}', 0, 'k1',
      'ana', 'FRAUD', 'twice', 1, 0, 0, 'UNKNOWN', '${result.replaceAll("'", "''")}', ${created}, ${created})`;
}

function keyOf(key: string, record: string, principalClass: string): string {
  return `insert into idempotency_key(tenant, principal_class, key, fingerprint, op_id, found, created)
    values('${tenant}', '${principalClass}', '${key}', 'f', '${record}', 0, ${created})`;
}

const forgottenKey = `
  insert into forgotten_key(
    tenant, principal_class, key, fingerprint, provider, op, target, generation, outcome, updated)
  values('${tenant}', 'service', 'k0', 'f', '${provider}', 'payment', '9', 0, 'UNKNOWN', ${created})`;
