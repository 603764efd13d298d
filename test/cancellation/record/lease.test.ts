import { describe, expect, it } from 'vitest';
import { acquired, byCallersClock, leasedTo, leaseTermsOf } from '../../../src/cancellation/record/lease.ts';
import type { RecordState } from '../../../src/cancellation/record/record.ts';
import { sampleRecord } from '../samples.ts';

const holder = { owner: 'us', now: 100_000, leaseMs: 30_000 };
/** The store's clock is five seconds ahead of the holder's. */
const storeNow = 105_000;

describe('a lease', () => {
  it('shuts out whoever held the record before, and ends by itself', () => {
    const record = sampleRecord({ fence: 4, owner: 'them', leaseUntil: 1, reconcileAt: 99_000 });
    expect(leasedTo(record, holder)).toEqual({
      ...record,
      fence: 5,
      owner: 'us',
      leaseUntil: 130_000,
      reconcileAt: null,
    });
  });
});

describe('acquiring a record', () => {
  const free = sampleRecord({ state: 'UNKNOWN', leaseUntil: 0, fence: 7, reconcileAt: 101_000 });

  it('leases it, marks the time and leaves the schedule alone', () => {
    expect(acquired(free, holder, storeNow, 1_000)).toEqual({
      ...free,
      fence: 8,
      owner: 'us',
      leaseUntil: 135_000,
      reconciledAt: storeNow,
      reconcileAt: 101_000,
    });
  });

  it.each<[RecordState, boolean]>([
    ['CLAIMED', true],
    ['SENT', true],
    ['UNKNOWN', true],
    ['PENDING', true],
    ['RELEASED', false],
    ['DONE', false],
  ])('succeeds while its state is %s: %s', (state, can) => {
    expect(acquired({ ...free, state }, holder, storeNow, 1_000) !== null).toBe(can);
  });

  it.each([
    [storeNow + 1, false],
    [storeNow, true],
    [storeNow - 1, true],
  ])('waits for the lease of another: until %d, free %s', (leaseUntil, can) => {
    expect(acquired({ ...free, leaseUntil }, holder, storeNow, 1_000) !== null).toBe(can);
  });

  it.each([
    ['never', null, true],
    ['just now', storeNow, false],
    ['999 ms ago', storeNow - 999, false],
    ['a second ago', storeNow - 1_000, true],
    // The store's clock was set back: by more than the spacing nobody has to wait for it.
    ['in 999 ms', storeNow + 999, false],
    ['in a second', storeNow + 1_000, true],
    ['in an hour', storeNow + 3_600_000, true],
  ])('keeps its distance when it was reconciled %s', (_, reconciledAt, can) => {
    expect(acquired({ ...free, reconciledAt }, holder, storeNow, 1_000) !== null).toBe(can);
  });

  it('waits for nobody though the clock has just begun', () => {
    expect(acquired({ ...free, leaseUntil: 0, reconciledAt: null }, holder, 10, 1_000)).not.toBeNull();
  });
});

describe("a schedule by the caller's clock", () => {
  it.each([
    ['no schedule', null, null],
    ['three seconds away', storeNow + 3_000, holder.now + 3_000],
    ['overdue by one', storeNow - 1_000, holder.now - 1_000],
  ])('keeps its distance: %s', (_, reconcileAt, shown) => {
    const record = sampleRecord({ reconcileAt });
    expect(byCallersClock(record, holder, storeNow)).toEqual({ ...record, reconcileAt: shown });
  });
});

describe('a saved record', () => {
  it.each([
    ['with a holder stays leased from now on', holder, 130_000, 135_000],
    ['with a holder is free when it lets go', holder, 0, 0],
    ['without one stays leased as it was', undefined, 130_000, null],
    ['without one is free when let go', undefined, 0, 0],
  ])('%s', (_, by, leaseUntil, stored) => {
    expect(leaseTermsOf(sampleRecord({ leaseUntil }), by, storeNow).leaseUntil).toBe(stored);
  });

  it.each([
    ["a holder's schedule is moved to the store's clock", holder, 103_000, 108_000],
    ['a holder may have no schedule', holder, null, null],
    ["without a holder it is the store's already", undefined, 103_000, 103_000],
    ['without a holder there may be none', undefined, null, null],
  ])('%s', (_, by, reconcileAt, stored) => {
    expect(leaseTermsOf(sampleRecord({ reconcileAt }), by, storeNow).reconcileAt).toBe(stored);
  });
});
