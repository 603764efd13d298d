import { beforeEach, describe, expect, it } from 'vitest';
import { Traffic } from '../../../src/cancellation/engine/traffic.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';

let clock: VirtualClock;
let traffic: Traffic;
beforeEach(() => {
  clock = new VirtualClock();
  traffic = new Traffic(clock);
});

const count = (calls: number, provider = 'VTEX') => {
  for (let call = 0; call < calls; call++) traffic.count(provider);
};

describe('the calls of a second', () => {
  it('are none of a provider that nobody called', () => {
    expect(traffic.perSecond('VTEX')).toBe(0);
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
    expect(traffic.perSecond('VTEX')).toBe(perSecond);
  });

  it.each([
    [59_999, 2],
    [60_000, 0],
  ])('are those of the last minute: %d ms later', (ms, perSecond) => {
    clock.jump(120_000);
    count(120);
    clock.jump(ms);
    expect(traffic.perSecond('VTEX')).toBe(perSecond);
  });

  it('add up over the seconds of the minute', () => {
    clock.jump(60_000);
    for (let second = 0; second < 60; second++) {
      count(3);
      clock.jump(1_000);
    }
    // The first of them has just gone.
    expect(traffic.perSecond('VTEX')).toBe((59 * 3) / 60);
    count(63);
    expect(traffic.perSecond('VTEX')).toBe(4);
  });

  it('are counted for each provider', () => {
    count(7);
    count(1, 'MERCADO_PAGO');
    expect([traffic.perSecond('VTEX'), traffic.perSecond('MERCADO_PAGO')]).toEqual([7, 1]);
  });

  it('are forgotten as they grow old', () => {
    count(50);
    clock.jump(600_000);
    count(60);
    expect(traffic.perSecond('VTEX')).toBe(1);
  });
});
