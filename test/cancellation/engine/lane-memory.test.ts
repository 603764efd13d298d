import { expect, it } from 'vitest';
import { LaneMemory } from '../../../src/cancellation/engine/lane-memory.ts';
import { RetryBudget } from '../../../src/cancellation/engine/retry-budget.ts';
import { Spellings } from '../../../src/cancellation/engine/spellings.ts';
import { Traffic } from '../../../src/cancellation/engine/traffic.ts';
import type { Lane } from '../../../src/cancellation/target/lane.ts';
import { paymentTarget } from '../../doubles/snapshots.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';

const minute = 60_000;
const laneOf = (tenant: string | number): Lane => ({ tenant: `t${tenant}`, provider: 'VTEX' });

function remembering(silentMs = minute) {
  const clock = new VirtualClock();
  return { clock, memory: new LaneMemory<number>(clock, silentMs) };
}

it('knows of each lane what was noted last', () => {
  const { memory } = remembering();
  memory.note(laneOf(1), 1);
  memory.note(laneOf(2), 2);
  memory.note(laneOf(1), 3);
  expect([laneOf(1), laneOf(2), laneOf(3)].map((lane) => memory.of(lane))).toEqual([3, 2, undefined]);
});

it.each([
  ['tenants', { tenant: 'a', provider: 'b"]' }, { tenant: 'a","b"]', provider: '' }],
  ['providers', { tenant: 'a b', provider: 'c' }, { tenant: 'a', provider: 'b c' }],
])('keeps %s apart, whatever their names', (_, one, other) => {
  const { memory } = remembering();
  memory.note(one, 1);
  expect(memory.of(other)).toBeUndefined();
});

it('forgets the lanes that have been silent for long enough', () => {
  const { clock, memory } = remembering();
  for (let n = 0; n < 1_000; n += 1) memory.note(laneOf(n), n);
  clock.jump(minute - 1);
  memory.note(laneOf(7), 8);
  expect(memory.size).toBe(1_000);
  clock.jump(1);
  memory.note(laneOf('new'), 0);
  expect(memory.size).toBe(2);
  expect(memory.of(laneOf(7))).toBe(8);
});

it('tells one tenant nothing of the spelling that another found', () => {
  const spellings = new Spellings(new VirtualClock());
  spellings.take({ tenant: 'a', target: paymentTarget }, 'other');
  expect(spellings.first({ tenant: 'a', target: paymentTarget })).toBe('other');
  expect(spellings.first({ tenant: 'a', target: { ...paymentTarget, kind: 'order' } })).toBeNull();
  expect(spellings.first({ tenant: 'b', target: paymentTarget })).toBeNull();
});

it('lets a lane that fell silent begin anew', () => {
  const clock = new VirtualClock();
  const [budget, spellings, traffic] = [new RetryBudget(clock), new Spellings(clock), new Traffic(clock)];
  const asked = { tenant: 't1', target: paymentTarget };
  budget.spend(laneOf(1));
  spellings.take(asked, 'other');
  traffic.count(laneOf(1));
  clock.jump(24 * 60 * minute);
  budget.earn(laneOf(2));
  spellings.take({ ...asked, tenant: 't2' }, null);
  expect([budget.left(laneOf(1)), spellings.first(asked), traffic.perSecond(laneOf(1))]).toEqual([3, null, 0]);
});
