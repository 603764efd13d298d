import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { failure } from '../../src/cancellation/errors/failure.ts';
import { reloadEntry } from '../../src/cancellation/record/audit-trail.ts';
import { type EntryRow, type Head, saidColumns } from '../../src/store/audit/entry-row.ts';
import { withTrail } from '../../src/store/audit/open-trail.ts';
import { entriesOf, type Verified, verify } from '../../src/store/audit/read-trail.ts';
import type { AuditedStore } from '../../src/store/sqlite/messages.ts';
import { prerequisite } from '../prerequisite.ts';
import { Corner, cancelled, refusal, released, unknown } from './fixtures.ts';

/** A database that nobody else uses. */
export interface AuditedDatabase {
  readonly url: string;
  open(): Promise<AuditedStore>;
  /** Runs statements as somebody who may do everything in the database. */
  run(...statements: string[]): Promise<void>;
  /** How a trigger is dropped here. */
  dropTrigger(name: string, table: string): string;
}

const year = 365 * 86_400_000;

/** A fresh database, a store that writes to it, and a clock. */
class Trail {
  readonly database: AuditedDatabase;
  readonly store: AuditedStore;
  readonly corner: Corner;
  now = Date.UTC(2026, 10, 21);

  constructor(database: AuditedDatabase, store: AuditedStore) {
    this.database = database;
    this.store = store;
    const elapse = async (ms: number) => {
      this.now += ms;
    };
    this.corner = new Corner({ stores: [store, store], now: () => this.now, elapse, close: async () => {} });
  }

  static async in(database: AuditedDatabase): Promise<Trail> {
    return new Trail(database, await database.open());
  }

  /** Claims of other targets, one after the other, so that all of it is in the first chain. */
  async asked(count: number): Promise<this> {
    for (let n = 0; n < count; n += 1) await this.corner.claim(randomUUID(), this.corner.payment(randomUUID()));
    return this;
  }

  entries(): Promise<readonly EntryRow[]> {
    return withTrail(this.database.url, async (trail) => {
      const rows: EntryRow[] = [];
      for await (const row of entriesOf(trail)) rows.push(row);
      return rows;
    });
  }

  verified(kept: readonly Head[] = []): Promise<Verified> {
    return withTrail(this.database.url, (trail) => verify(trail, kept, this.now));
  }

  async breaks(kept?: readonly Head[]): Promise<readonly string[]> {
    return (await this.verified(kept)).breaks.map(({ n, finding }) => (n === null ? finding : `${n} ${finding}`));
  }

  /** As somebody who may do everything in the database, and has taken its guards away. */
  async tampered(...statements: string[]): Promise<void> {
    const guards = ['audit_entry', 'audit_chain'].flatMap((table) =>
      ['update', 'delete'].map((change) => this.database.dropTrigger(`${table}_${change}_refused`, table)),
    );
    await this.database.run(...guards, ...statements);
  }
}

export function auditContract(name: string, freshDatabase: () => Promise<AuditedDatabase>): void {
  describe(name, () => {
    const opened: Trail[] = [];
    const fresh = async () => {
      const trail = await Trail.in(await freshDatabase());
      opened.push(trail);
      return trail;
    };
    afterAll(() => Promise.all(opened.map(({ store }) => store.close())));

    describe('an entry', () => {
      let trail: Trail;
      prerequisite(async () => {
        trail = await fresh();
      }, 30_000);
      const during = async (work: (corner: Corner, store: AuditedStore) => Promise<unknown>) => {
        const before = (await trail.entries()).length;
        await work(new Corner(trail.corner.world), trail.store);
        expect(await trail.breaks()).toEqual([]);
        return (await trail.entries()).slice(before);
      };

      it('says who asked for which cancel, when, and with which request', async () => {
        const [entry] = await during((corner) => corner.started('k1'));
        expect(entry).toMatchObject({
          ...{
            at: trail.now,
            actor: 'tester',
            principal_class: 'service',
            operation: 'cancel',
            target_kind: 'payment',
          },
          ...{ target: '1', result: 'start', error_code: null, next_action: null, request_id: 'a-request' },
        });
        expect([entry?.tenant, entry?.provider]).toEqual([expect.stringMatching(/^t-/), expect.stringMatching(/^P-/)]);
        expect(entry?.key_hash).toMatch(/^[\da-f]{64}$/);
        expect(JSON.stringify(entry)).not.toMatch(/a note|OTHER|"k1"/);
      });

      it('is of every request, whatever it turned out to be', async () => {
        const entries = await during(async (corner, store) => {
          await corner.started('k1');
          await corner.claim('k2');
          await corner.claim('k1', corner.payment('2'));
          const { record } = await corner.claim('k1');
          await store.save(corner.judged(record, cancelled), corner.holder());
          await corner.claim('k1');
          await corner.claim('k3');
        });
        const results = ['start', 'join', 'mismatch', 'join', 'CANCELLED', 'replay', 'already-cancelled'];
        expect(entries.map(({ result }) => result)).toEqual(results);
        expect(new Set(entries.map(({ op_id }) => op_id)).size).toBe(1);
      });

      it('is of every request of a list', async () => {
        const entries = await during((corner, store) =>
          store.claimAll([corner.request('k1'), corner.request('k2'), corner.request('k3', corner.payment('3'))]),
        );
        expect(entries.map(({ result, target }) => `${result} ${target}`)).toEqual(['start 1', 'join 1', 'start 3']);
      });

      it('says how a cancellation ended', async () => {
        const [, entry] = await during(async (corner, store) => {
          const record = await corner.started('k1');
          const verdict = { ...refusal.verdict, failure: failure('INTERNAL_ERROR') };
          const attempts = record.attempts.map((one) => ({ ...one, endedAt: trail.now, upstreamRequestId: 'theirs' }));
          await store.save({ ...corner.judged(record, { ...refusal, verdict }), attempts }, corner.holder());
        });
        expect(entry).toMatchObject({
          ...{ operation: 'settle', result: 'NOT_CANCELLED', actor: 'tester', request_id: null },
          ...{ error_code: 'INTERNAL_ERROR', next_action: 'CONTACT_SUPPORT', upstream_request_id: 'theirs' },
        });
      });

      it('is not of what is still open, or was written by nobody', async () => {
        const entries = await during(async (corner, store) => {
          const record = await corner.started('k1');
          await store.save(corner.judged(record, unknown), corner.holder());
          expect(await store.save({ ...corner.judged(record, released), fence: 7 }, corner.holder())).toBeNull();
        });
        expect(entries.map(({ result }) => result)).toEqual(['start']);
      });

      it('is of a reload of credentials', async () => {
        const reload = { at: trail.now, tenant: 'acme', actor: 'SIGHUP', provider: 'VTEX', errorCode: null } as const;
        const entries = await during((_, store) => store.append(reloadEntry({ ...reload, result: 'loaded' })));
        expect(entries).toMatchObject([{ operation: 'reload', tenant: 'acme', actor: 'SIGHUP', result: 'loaded' }]);
      });

      it('is gone with the claim that failed', async () => {
        const entries = await during(async (corner, store) => {
          const impossible = { ...corner.request('k3', corner.payment('3')), note: {} as string };
          await expect(store.claimAll([corner.request('k2', corner.payment('2')), impossible])).rejects.toThrow();
          const beside = [corner.claim('k4', corner.payment('4')), corner.claim('k5', corner.payment('5'))] as const;
          const ends = await Promise.allSettled([beside[0], store.claim(impossible), beside[1]]);
          expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
        });
        expect(entries.map(({ target }) => target).sort()).toEqual(['4', '5']);
      });

      it.each([
        "update audit_entry set actor = 'nobody'",
        'delete from audit_entry',
        'update audit_chain set n = n - 1 where n > 0',
        'update audit_chain set purged_n = n + 1 where n > 0',
        'delete from audit_chain',
      ])('stays: the database refuses to %s', async (statement) => {
        await trail.asked(1);
        await expect(trail.database.run(statement)).rejects.toThrow(/is append-only/);
      });
    });

    describe('a verification', () => {
      it('notices another value in any column', async () => {
        const trail = await (await fresh()).asked(3);
        const { heads, entries, breaks } = await trail.verified();
        expect([heads, entries, breaks]).toEqual([[{ chain: 0, n: 3, hash: expect.any(String) }], 3, []]);
        await trail.tampered();
        for (const column of [...saidColumns, 'previous', 'hash']) {
          const other = column === 'at' ? '7' : column === 'operation' ? "'reload'" : "'another'";
          const before = (await trail.entries())[1]?.[column as keyof EntryRow] ?? null;
          const value = typeof before === 'string' ? `'${before}'` : `${before}`;
          await trail.database.run(`update audit_entry set ${column} = ${other} where n = 2`);
          expect(await trail.breaks(), column).toContain('2 was changed');
          await trail.database.run(`update audit_entry set ${column} = ${value} where n = 2`);
          expect(await trail.breaks(), column).toEqual([]);
        }
      });

      it('notices what is gone, and by the heads that were kept also an end that was cut off', async () => {
        const trail = await (await fresh()).asked(4);
        const { heads } = await trail.verified();
        await trail.asked(1);
        expect(await trail.breaks(heads)).toEqual([]);
        const hashes = (await trail.entries()).map(({ hash }) => hash);
        await trail.tampered('delete from audit_entry where n = 5');
        expect(await trail.breaks(heads)).toEqual(['5 is missing']);
        await trail.database.run(
          'delete from audit_entry where n > 2',
          `update audit_chain set n = 2, hash = '${hashes[1]}' where id = 0`,
        );
        expect(await trail.breaks()).toEqual([]);
        expect(await trail.breaks(heads)).toEqual(['4 was the end once, and is missing']);
        await trail.database.run('delete from audit_entry where n = 1');
        expect(await trail.breaks()).toEqual(['1 is missing']);
        await trail.database.run('delete from audit_chain where id = 0');
        expect(await trail.breaks()).toEqual(['is not written down, so nothing shows where it ends']);
      });
    });

    describe('after a year', () => {
      it('entries are forgotten, which is no break', async () => {
        const trail = await (await fresh()).asked(3);
        const { heads } = await trail.verified();
        trail.now += year;
        await trail.asked(2);
        expect(await trail.store.forget(trail.now - year, 500)).toBe(0);
        trail.now += 1;
        const forgotten = [];
        for (let n = 0; n < 3; n += 1) forgotten.push(await trail.store.forget(trail.now - year, 2));
        expect(forgotten).toEqual([2, 1, 0]);
        expect((await trail.entries()).map(({ n }) => n)).toEqual([4, 5]);
        expect(await trail.breaks(heads)).toEqual([]);
        trail.now += year;
        expect(await trail.store.forget(trail.now - year, 500)).toBe(2);
        expect(await trail.breaks(heads)).toEqual([]);
        await trail.asked(1);
        expect(await trail.entries()).toMatchObject([{ n: 6 }]);
        expect(await trail.breaks(heads)).toEqual([]);
      });

      it('a young entry keeps those behind it, whatever their clocks showed', async () => {
        const trail = await (await fresh()).asked(1);
        trail.now -= 2 * year;
        await trail.asked(1);
        trail.now += 2 * year;
        expect(await trail.store.forget(trail.now, 500)).toBe(0);
        expect(await trail.entries()).toHaveLength(2);
      });

      it('a beginning that was deleted before its time is a break', async () => {
        const trail = await (await fresh()).asked(3);
        await trail.store.forget(trail.now + 1, 2);
        expect(await trail.breaks()).toEqual(['2 and those before it were deleted before their time']);
      });
    });

    it('holds when two replicas write to it at once, and are read beside it', async () => {
      const trail = await fresh();
      const stores = [trail.store, (await Trail.in(trail.database)).store] as const;
      const { corner } = trail;
      const claims = Array.from({ length: 60 }, async (_, n) => {
        const mine = n % 2 === 0 ? stores[0] : stores[1];
        const { record } = await mine.claim(corner.request(randomUUID(), corner.payment(`${n}`)));
        await mine.save(corner.judged(record, refusal), corner.holder());
        if (n % 20 === 0) expect(await trail.breaks()).toEqual([]);
      });
      await Promise.all(claims);
      const { entries, breaks } = await trail.verified();
      expect([entries, breaks]).toEqual([120, []]);
      await stores[1].close();
    });
  });
}
