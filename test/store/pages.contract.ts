import { describe, expect, it } from 'vitest';
import { nextActions } from '../../src/cancellation/errors/next-action.ts';
import type { CancellationRecord } from '../../src/cancellation/record/record.ts';
import {
  anyRecord,
  type PageRequest,
  type Place,
  type RecordFilter,
} from '../../src/cancellation/record/record-page.ts';
import { settled } from '../../src/cancellation/rules/settled.ts';
import { outcomes } from '../../src/cancellation/target/outcome.ts';
import { type Corner, cancelled, givenUp, refusal, released } from './fixtures.ts';

const refund = settled('NOT_CANCELLED', 'REFUND', null, null);

export function pagesContract(here: () => Corner): void {
  function page(request: Partial<PageRequest> = {}) {
    const { store, tenant } = here();
    return store.page({ tenant, principalClass: null, filter: anyRecord, after: null, limit: 100, ...request });
  }

  async function listed(filter: Partial<RecordFilter>, request: Partial<PageRequest> = {}): Promise<string[]> {
    const { entries, unreadable } = await page({ ...request, filter: { ...anyRecord, ...filter } });
    expect(unreadable).toEqual([]);
    return entries.map(({ record }) => record?.idempotencyKey ?? '');
  }

  /** Every page from the first to the last. */
  async function pages(limit: number, between: () => Promise<unknown> = async () => {}): Promise<string[][]> {
    const found: string[][] = [];
    for (let after: Place | null = null; ; ) {
      const { entries, hasMore } = await page({ after, limit });
      found.push(entries.map(({ record }) => record?.idempotencyKey ?? ''));
      after = entries.at(-1)?.place ?? null;
      if (!hasMore) return found;
      await between();
    }
  }

  /** One record every ten milliseconds, each of a payment of its own. */
  async function made(records: Readonly<Record<string, Parameters<Corner['settled']>[1] | null>>): Promise<void> {
    const corner = here();
    for (const [key, judged] of Object.entries(records)) {
      if (judged === null) await corner.started(key, corner.payment(key));
      else await corner.settled(key, judged, corner.payment(key));
      await corner.world.elapse(10);
    }
  }

  describe('a page', () => {
    it('shows the newest first, and says whether there are more', async () => {
      await made({ k1: null, k2: cancelled, k3: refusal, k4: null, k5: released });
      expect(await pages(2)).toEqual([['k5', 'k4'], ['k3', 'k2'], ['k1']]);
      expect(await pages(5)).toEqual([['k5', 'k4', 'k3', 'k2', 'k1']]);
    });

    it('of a tenant without records is empty', async () => {
      expect(await page()).toEqual({ entries: [], unreadable: [], hasMore: false });
    });

    it('shows the records of one instant in the order of their ids', async () => {
      const corner = here();
      const records: CancellationRecord[] = [];
      for (const key of ['k1', 'k2', 'k3', 'k4']) records.push(await corner.started(key, corner.payment(key)));
      const inOrder = records.sort((a, b) => (a.id < b.id ? 1 : -1)).map(({ idempotencyKey }) => [idempotencyKey]);
      expect(await pages(1)).toEqual(inOrder);
    });

    it('shows whole records, attempts included, in the place that leads on', async () => {
      const corner = here();
      const record = await corner.settled('k1', cancelled);
      const { entries } = await page();
      expect(entries).toEqual([
        {
          place: { createdAt: record.createdAt, id: record.id },
          record: await corner.store.byId(corner.tenant, record.id),
        },
      ]);
      expect(entries[0]?.record?.attempts).toHaveLength(1);
    });

    it('goes on where the one before ended, whatever came and changed meanwhile', async () => {
      const corner = here();
      await made({ k1: null, k2: null, k3: null, k4: null, k5: null });
      let n = 0;
      const change = async () => {
        n += 1;
        await made({ [`new-${n}`]: null });
        const record = await corner.store.byKey(corner.tenant, 'service', `k${n}`);
        if (record !== null) await corner.store.save(corner.judged(record, refund), corner.holder());
      };
      expect(await pages(2, change)).toEqual([['k5', 'k4'], ['k3', 'k2'], ['k1']]);
    });

    it('goes on behind a record that is gone', async () => {
      await made({ k1: null, k2: null });
      const [newest] = (await page()).entries;
      const after = { createdAt: newest?.place.createdAt ?? 0, id: `${newest?.place.id}-gone` };
      expect(await listed({}, { after })).toEqual(['k2', 'k1']);
    });

    it('never shows the records of another tenant', async () => {
      await made({ k1: null });
      expect(await listed({}, { tenant: 'another' })).toEqual([]);
      const filter = { target: here().payment('k1') };
      expect(await listed(filter)).toEqual(['k1']);
      expect(await listed(filter, { tenant: 'another' })).toEqual([]);
      expect(await listed(filter, { tenant: 'another', principalClass: 'service' })).toEqual([]);
    });

    it('of a class shows what a key of that class asked for, joined or started', async () => {
      const corner = here();
      await made({ k1: null, k2: cancelled });
      for (const key of ['k1', 'k2', 'k3']) {
        await corner.store.claim({ ...corner.request(`my-${key}`, corner.payment(key)), principalClass: 'shopper:1' });
      }
      await made({ k4: null });
      const own = (request: Partial<PageRequest> = {}) => listed({}, { principalClass: 'shopper:1', ...request });
      expect(await own()).toEqual(['my-k3', 'k2', 'k1']);
      expect(await own({ limit: 2 })).toEqual(['my-k3', 'k2']);
      expect(await listed({ settled: false }, { principalClass: 'shopper:1' })).toEqual(['my-k3', 'k1']);
      expect(await own({ principalClass: 'shopper:2' })).toEqual([]);
      expect(await listed({ target: corner.payment('k1') }, { principalClass: 'shopper:1' })).toEqual(['k1']);
      expect(await listed({ target: corner.payment('k4') }, { principalClass: 'shopper:1' })).toEqual([]);
    });

    it('of one target shows its records only', async () => {
      const corner = here();
      await corner.settled('k1', refusal);
      await corner.world.elapse(10);
      await corner.settled('k2', refund);
      await made({ k3: null });
      expect(await listed({ target: corner.payment() })).toEqual(['k2', 'k1']);
      expect(await listed({ target: corner.payment(), nextActions: ['REFUND'] })).toEqual(['k2']);
      expect(await listed({ target: { ...corner.payment(), kind: 'order' } })).toEqual([]);
      expect(await listed({ target: { ...corner.payment(), provider: 'NOBODY' } })).toEqual([]);
    });

    it('begins and ends with the instants that it is given', async () => {
      const corner = here();
      const start = corner.world.now();
      await made({ k1: null, k2: cancelled, k3: null, k4: refusal });
      expect(await listed({ createdFrom: start + 10 })).toEqual(['k4', 'k3', 'k2']);
      expect(await listed({ createdBefore: start + 20 })).toEqual(['k2', 'k1']);
      const range = { createdFrom: start + 10, createdBefore: start + 30 };
      expect(await listed(range)).toEqual(['k3', 'k2']);
      const [third] = (await page({ filter: { ...anyRecord, ...range } })).entries;
      expect(await listed(range, { after: third?.place ?? null })).toEqual(['k2']);
    });

    it('shows what every filter asks for and nothing else', async () => {
      const corner = here();
      await made({ k1: null, k2: cancelled, k3: refusal, k4: released, k5: givenUp, k6: refund });
      await corner.waiting('k7', 60_000);
      const all = (await page()).entries.flatMap(({ record }) => record ?? []);
      expect(all).toHaveLength(7);
      const actions = [null, ...nextActions.map((action) => [action]), ['REFUND', 'CONTACT_SUPPORT'] as const];
      for (const outcome of [null, ...outcomes]) {
        for (const nextActions of actions) {
          for (const isSettled of [null, true, false]) {
            const expected = all.filter(
              ({ verdict, state }) =>
                (outcome === null || verdict.outcome === outcome) &&
                (nextActions === null || nextActions.some((action) => action === verdict.nextAction)) &&
                (isSettled === null || isSettled === (state === 'DONE')),
            );
            const found = await listed({ outcome, nextActions, settled: isSettled, provider: corner.provider });
            expect(found).toEqual(expected.map(({ idempotencyKey }) => idempotencyKey));
          }
        }
      }
      expect(await listed({ provider: 'NOBODY' })).toEqual([]);
    });

    it('goes by what a record has become', async () => {
      const corner = here();
      const record = await corner.started('k1');
      expect(await listed({ nextActions: ['WAIT'] })).toEqual(['k1']);
      await corner.store.save(corner.judged(record, refund), corner.holder());
      expect(await listed({ nextActions: ['WAIT'] })).toEqual([]);
      expect(await listed({ nextActions: ['REFUND'], settled: true })).toEqual(['k1']);
    });
  });
}
