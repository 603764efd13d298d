import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../doubles/random.ts';
import { startWorld, type World } from '../../world.ts';
import { gapOf, isHidden, median } from './gap.ts';
import { type Ask, asking, measure } from './measure.ts';
import { cancelledByMerchant, questions, startCallers } from './questions.ts';

describe('a gap', () => {
  const pairsWith = (gapMs: number, noiseMs: number) => {
    const random = new Random(7);
    const noise = () => noiseMs * random.next() ** 4;
    return Array.from({ length: 200 }, () => ({ foreign: 5 + gapMs + noise(), missing: 5 + noise() }));
  };

  it.each([
    ['of nothing in much noise', 0, 40, true],
    ['of a millisecond', 1, 1, true],
    ['of three milliseconds', 3, 1, false],
    ['of three milliseconds in much noise', 3, 40, false],
    ['of three milliseconds less', -3, 1, false],
  ])('%s is seen for what it is', (_, gapMs, noiseMs, hidden) => {
    const gap = gapOf(pairsWith(gapMs, noiseMs), new Random(1));
    expect(isHidden(gap)).toBe(hidden);
    expect(gap.from).toBeLessThanOrEqual(gap.median);
    expect(gap.to).toBeGreaterThanOrEqual(gap.median);
    expect(Math.abs(gap.median - gapMs)).toBeLessThan(1);
  });

  it('is the same for the same pairs', () => {
    const pairs = pairsWith(1, 5);
    expect(gapOf(pairs, new Random(3))).toEqual(gapOf(pairs, new Random(3)));
  });

  it.each([
    [[3], 3],
    [[1, 9, 2], 2],
    [[4, 1, 9, 2], 3],
  ])('has in its middle, of %j, %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });
});

describe('a question', () => {
  let world: World;
  let ask: Ask;
  let cancellation: string;
  beforeAll(async () => {
    const callers = await startCallers();
    world = await startWorld({ env: callers.env });
    ask = asking(world.url, callers.guesser);
    cancellation = await cancelledByMerchant(world.url, await callers.merchant());
  });
  afterAll(() => world.close());

  it('is answered in the same words, and as often as asked', async () => {
    for (const question of questions(cancellation)) {
      const measured = await measure(question, 2, ask, new Random(1));
      expect(measured.map(({ foreign, missing }) => foreign > 0 && missing > 0)).toEqual([true, true]);
    }
  });

  it('whose two answers differ is not measured', async () => {
    const [read] = questions(cancellation);
    const telling: Ask = async (_, id) => ({ ms: 1, text: id });
    await expect(measure(read as typeof read & object, 1, telling, new Random(1))).rejects.toThrow(/is not/);
  });
});
