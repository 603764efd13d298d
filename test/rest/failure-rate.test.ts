import { beforeEach, describe, expect, it } from 'vitest';
import { FailureRate } from '../../src/rest/failure-rate.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';

let clock: VirtualClock;
let rate: FailureRate;

beforeEach(() => {
  clock = new VirtualClock();
  rate = new FailureRate(clock);
});

const succeed = (times: number) => {
  for (let call = 0; call < times; call++) rate.success();
};
/** What the last of so many failures says: whether it is one too many. */
const fail = (times: number) => {
  let tooMany = false;
  for (let call = 0; call < times; call++) tooMany = rate.failure();
  return tooMany;
};

describe('a failure is one too many', () => {
  it.each([
    [0, 19, false],
    [0, 20, true],
    [10, 9, false],
    [10, 10, true],
    [11, 10, false],
    [11, 11, true],
    [60, 59, false],
    [60, 60, true],
  ])('when half of twenty calls or more have failed: %d good, %d bad', (good, bad, tooMany) => {
    succeed(good);
    expect(fail(bad)).toBe(tooMany);
  });

  it('in the last ten seconds', () => {
    fail(19);
    clock.jump(9_999);
    expect(fail(1)).toBe(true);
    clock.jump(1);
    expect(fail(1)).toBe(false);
  });

  it('among the latest 200 calls', () => {
    succeed(1_000);
    expect(fail(99)).toBe(false);
    expect(fail(1)).toBe(true);
  });

  it('however far the clock was set back before', () => {
    succeed(30);
    clock.jump(-60_000);
    expect(fail(19)).toBe(false);
    expect(fail(1)).toBe(true);
  });

  it('also in the millisecond of the calls before it', () => {
    succeed(10);
    expect(fail(10)).toBe(true);
  });
});

it('starts with nothing to remember', () => {
  expect(fail(1)).toBe(false);
});
