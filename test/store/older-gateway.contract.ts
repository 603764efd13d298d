import { describe, expect, it } from 'vitest';
import type { RecordStore } from '../../src/cancellation/record/record-store.ts';
import { longestIntentMs } from '../../src/cancellation/record/send-limit.ts';
import { Corner } from './fixtures.ts';
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
    it.each([0, 1, 2, 3])('of version %i can be used', async (version) => {
      const older = await databaseOf(version);
      const store = await older.open();
      const corner = new Corner({
        stores: [store, store],
        now: () => created,
        elapse: async () => {},
        close: store.close,
      });
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
      const stored = JSON.stringify(await older.rows('select result from cancellation_op order by id'));
      for (const said of personal) expect(stored).not.toContain(said);
      expect(stored).toContain('junk');
      expect(await older.rows('select key from forgotten_key')).toEqual([]);
      await store.close();
    });
  });
}

const anyVerdict = { outcome: 'CANCELLED', nextAction: 'NOTHING', retryAfterMs: null, failure: null } as const;

function recordOf(id: string, op: string, state: string, result: string, target = '1'): string {
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
