import { beforeEach, describe, expect, it } from 'vitest';
import { Traffic } from '../../../src/cancellation/engine/traffic.ts';
import type { Lane } from '../../../src/cancellation/target/lane.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';

let clock: VirtualClock;
let traffic: Traffic;
beforeEach(() => {
  clock = new VirtualClock();
  traffic = new Traffic(clock);
});

const vtex: Lane = { tenant: 'acme', provider: 'VTEX' };

const count = (calls: number, lane = vtex) => {
  for (let call = 0; call < calls; call++) traffic.count(lane);
};

describe('the calls of a second', () => {
  it('are none of a lane that nobody used', () => {
    expect(traffic.perSecond(vtex)).toBe(0);
  });

  it.each([
    ['in the first second', 0, 120],
    ['after one', 1_000, 120],
    ['after 999 ms more', 1_999, 120],
    ['after four', 4_000, 30],
    ['after a minute but one', 59_000, 120 / 59],
  ])('are an average over what is known: %s', (_, ms, perSecond) => {
    count(120);
    clock.jump(ms);
    expect(traffic.perSecond(vtex)).toBe(perSecond);
  });

  it.each([
    [59_999, 2],
    [60_000, 0],
  ])('are those of the last minute: %d ms later', (ms, perSecond) => {
    clock.jump(120_000);
    count(120);
    clock.jump(ms);
    expect(traffic.perSecond(vtex)).toBe(perSecond);
  });

  it('add up over the seconds of the minute', () => {
    clock.jump(60_000);
    for (let second = 0; second < 60; second++) {
      count(3);
      clock.jump(1_000);
    }
    // The first of them has just gone.
    expect(traffic.perSecond(vtex)).toBe((59 * 3) / 60);
    count(63);
    expect(traffic.perSecond(vtex)).toBe(4);
  });

  it('are counted for each tenant and provider', () => {
    const others: Lane[] = [
      { ...vtex, tenant: 'globex' },
      { ...vtex, provider: 'MERCADO_PAGO' },
    ];
    count(7);
    for (const [n, lane] of others.entries()) count(n + 1, lane);
    expect([vtex, ...others].map((lane) => traffic.perSecond(lane))).toEqual([7, 1, 2]);
  });

  it('are forgotten as they grow old', () => {
    count(50);
    clock.jump(600_000);
    count(60);
    expect(traffic.perSecond(vtex)).toBe(1);
  });
});
