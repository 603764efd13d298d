import { expect, it } from 'vitest';
import { onceAMinute } from '../../src/limits/once-a-minute.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';

it('what happens all the time is told once a minute', () => {
  const clock = new VirtualClock();
  const toldAt: number[] = [];
  const start = clock.now();
  const happens = onceAMinute(clock, () => toldAt.push(clock.now() - start));
  for (let second = 0; second <= 120; second += 1) {
    happens();
    happens();
    clock.jump(1_000);
  }
  expect(toldAt).toEqual([0, 60_000, 120_000]);
});
