import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Caller, Owned } from '../../src/cancellation/target/caller.ts';
import type { SharedDatabase } from '../../src/limits/caller-limit.ts';
import { RateLimits } from '../../src/limits/rate-limits.ts';

const settings = { cancels: 4, shopperCancels: 2, reads: 3, notFound: 2 };
const owns: Owned = { payments: new Set(), orders: new Set(), externalReferences: new Set() };
const ana: Caller = { id: 'ana', tenant: 'acme', principalClass: 'service', scopes: new Set(), owns: null };
const shopper: Caller = { ...ana, id: 'a shopper', principalClass: 'shopper:1', owns };

const admitted = { kind: 'admitted' };
const later = { kind: 'later', retryAfterMs: expect.any(Number) };

describe('the limit of a caller', () => {
  it('counts each cancel of a list', async () => {
    const limits = new RateLimits(settings, null);
    expect(await limits.admitCancels(ana, 3)).toEqual(admitted);
    expect(await limits.admitCancels(ana, 1)).toEqual(admitted);
    const refused = await limits.admitCancels(ana, 1);
    expect(refused).toEqual(later);
    expect(refused.kind === 'later' && refused.retryAfterMs > 0 && refused.retryAfterMs <= 60_000).toBe(true);
  });

  it('is another for shoppers', async () => {
    const limits = new RateLimits(settings, null);
    expect(await limits.admitCancels(shopper, 2)).toEqual(admitted);
    expect(await limits.admitCancels(shopper, 1)).toEqual(later);
  });

  it.each([
    ['subject', { ...ana, id: 'ben' }],
    ['tenant', { ...ana, tenant: 'other' }],
    // Names that run together would let one caller use up what is another's.
    ['spelling', { ...ana, tenant: 'acm', id: 'eana' }],
  ])('is that of one %s alone', async (_, other) => {
    const limits = new RateLimits(settings, null);
    await limits.admitCancels(ana, 4);
    expect(await limits.admitCancels(ana, 1)).toEqual(later);
    expect(await limits.admitCancels(other, 4)).toEqual(admitted);
  });

  it('counts reads apart from cancels', async () => {
    const limits = new RateLimits(settings, null);
    await limits.admitCancels(ana, 4);
    expect(await limits.admitReads(ana, 3)).toEqual(admitted);
    expect(await limits.admitReads(ana, 1)).toEqual(later);
  });

  it('names what it can never admit at once, and counts it for nothing', async () => {
    const limits = new RateLimits(settings, null);
    expect(await limits.admitCancels(ana, 5)).toEqual({ kind: 'never', perMinute: 4 });
    expect(await limits.admitCancels(ana, 4)).toEqual(admitted);
  });

  it('is none where it is set to 0', async () => {
    const limits = new RateLimits({ cancels: 0, shopperCancels: 0, reads: 0, notFound: 0 }, null);
    limits.countNotFound(ana);
    for (const caller of [ana, shopper]) {
      expect(await limits.admitCancels(caller, 1_000)).toEqual(admitted);
      expect(await limits.admitReads(caller, 1_000)).toEqual(admitted);
    }
  });
});

describe('a caller who was told too often that there is no such thing', () => {
  it('reads nothing more, and cancels as before', async () => {
    const limits = new RateLimits(settings, null);
    limits.countNotFound(ana);
    expect(await limits.admitReads(ana, 1)).toEqual(admitted);
    limits.countNotFound(ana);
    expect(await limits.admitReads(ana, 1)).toEqual(later);
    expect(await limits.admitReads(ana, 0)).toEqual(admitted);
    expect(await limits.admitCancels(ana, 1)).toEqual(admitted);
    expect(await limits.admitReads(shopper, 1)).toEqual(admitted);
  });
});

/** Longer than anybody waits to be counted. */
const lateMs = 300;
const away = async (): Promise<never> => {
  throw new Error('The database is away.');
};

const broken: [string, SharedDatabase][] = [
  ['refuses', { query: away }],
  ['refuses late', { query: () => pause(lateMs).then(away) }],
  ['does not answer', { query: () => new Promise(() => undefined) }],
];

describe.each(broken)('a database that %s', (_, database) => {
  it('leaves the counting to each process, which counts once and tells', async () => {
    let told = 0;
    const unshared = () => {
      told += 1;
    };
    const limits = new RateLimits(settings, { database, unshared });
    for (let cancel = 1; cancel <= 4; cancel += 1) {
      expect(await limits.admitCancels(ana, 1)).toEqual(admitted);
      expect(told).toBe(cancel);
    }
    // What fails late has failed by now.
    await pause(lateMs);
    expect(told).toBe(4);
    expect(await limits.admitCancels(ana, 1)).toEqual(later);
  });
});

it('a database is not asked about whoever has nothing left', async () => {
  let asked = 0;
  const database: SharedDatabase = {
    async query({ values: [, points, expire] }) {
      asked += 1;
      return { rows: [{ points, expire }] };
    },
  };
  const unshared = () => expect.unreachable('The database has counted.');
  const limits = new RateLimits(settings, { database, unshared });
  expect(await limits.admitCancels(ana, 4)).toEqual(admitted);
  expect(await limits.admitCancels(ana, 1)).toEqual(later);
  expect(await limits.admitCancels(ana, 1)).toEqual(later);
  expect(asked).toBe(1);
});
