import { describe, expect, it } from 'vitest';
import { Turns } from '../../../src/cancellation/engine/turns.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';

/** What waits, by its tenant and since when. */
function waiting(...names: string[]) {
  return names.map((name) => ({ name, lane: { tenant: name[0] ?? '', provider: 'P' }, at: Number(name.slice(1)) }));
}

function begin() {
  const clock = new VirtualClock();
  const turns = new Turns(clock);
  const give = (names: string[], most: number) => turns.give(waiting(...names), most).map(({ name }) => name);
  return { clock, give };
}

describe('turns', () => {
  it.each([
    ['of nothing', [], []],
    ['in a lane', ['a3', 'a1', 'a2'], ['a1', 'a2', 'a3']],
    ['no more than so many', ['a1', 'a2', 'a3', 'a4'], ['a1', 'a2', 'a3']],
    ['among lanes', ['a1', 'a2', 'a3', 'b9'], ['a1', 'b9', 'a2']],
    ['among more lanes than turns', ['a4', 'b3', 'c2', 'd1'], ['d1', 'c2', 'b3']],
  ])('%s', (_, names, given) => {
    expect(begin().give(names, 3)).toEqual(given);
  });

  it('go on with the lane whose last turn is longest ago', () => {
    const { give } = begin();
    const all = ['a1', 'a2', 'b3', 'b4', 'c5', 'c6'];
    expect([give(all, 2), give(all, 2), give(all, 2)]).toEqual([
      ['a1', 'b3'],
      ['c5', 'a1'],
      ['b3', 'c5'],
    ]);
  });

  it('come to a lane that had none before those that wait for another', () => {
    const { give } = begin();
    give(['a1', 'b2', 'c3'], 3);
    expect(give(['a1', 'b2', 'c3', 'd9'], 1)).toEqual(['d9']);
  });

  it.each([
    ['ten minutes ago comes as a new one', 10 * 60_000, 'a1'],
    ['a moment later waits behind new ones', 10 * 60_000 - 1, 'c2'],
  ])('of a lane: whose last was %s', (_, ago, next) => {
    const { clock, give } = begin();
    give(['a1'], 1);
    clock.jump(ago);
    give(['b1'], 1);
    expect(give(['a1', 'b1', 'c2'], 1)).toEqual([next]);
  });
});
