import { describe, expect, it } from 'vitest';
import { Suspicions } from '../../src/observability/suspicions.ts';

const minute = 60_000;

describe('a suspicion is confirmed', () => {
  it.each<[string, readonly (readonly [target: string, atMinute: number])[], boolean]>([
    ['not by the first target', [['a', 0]], false],
    [
      'not by the same target again',
      [
        ['a', 0],
        ['a', 1],
      ],
      false,
    ],
    [
      'by a second target',
      [
        ['a', 0],
        ['b', 1],
      ],
      true,
    ],
    [
      'by the first target after a second',
      [
        ['a', 0],
        ['b', 1],
        ['a', 2],
      ],
      true,
    ],
    [
      'by a second target that came in between',
      [
        ['b', 0],
        ['a', 5],
        ['a', 9],
      ],
      true,
    ],
    [
      'within ten minutes',
      [
        ['a', 0],
        ['b', 10],
      ],
      true,
    ],
    [
      'not after more than ten',
      [
        ['a', 0],
        ['b', 10.1],
      ],
      false,
    ],
    [
      'not by a target of long ago',
      [
        ['b', 0],
        ['a', 5],
        ['a', 11],
      ],
      false,
    ],
    [
      'by what was seen last of the other target',
      [
        ['a', 0],
        ['a', 8],
        ['b', 15],
      ],
      true,
    ],
    [
      'by a third target',
      [
        ['a', 0],
        ['b', 20],
        ['c', 21],
      ],
      true,
    ],
  ])('%s', (_, sightings, confirmed) => {
    const suspicions = new Suspicions();
    const said = sightings.map(([target, at]) => suspicions.isConfirmed('P', target, at * minute));
    expect(said.at(-1)).toBe(confirmed);
  });

  it('not by a target of another provider', () => {
    const suspicions = new Suspicions();
    suspicions.isConfirmed('P', 'a', 0);
    expect(suspicions.isConfirmed('Q', 'b', 0)).toBe(false);
  });
});
