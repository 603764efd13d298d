import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../src/graphql/request/in-order.ts';

/** Answers that come only when the test lets them. */
function heldAnswers() {
  const asked: string[] = [];
  const release = new Map<string, (answer: string) => void>();
  const answer = (item: string) =>
    new Promise<string>((resolve) => {
      asked.push(item);
      release.set(item, resolve);
    });
  const letGo = async (item: string) => {
    release.get(item)?.(`answer ${item}`);
    await new Promise(setImmediate);
  };
  return { asked, answer, letGo };
}

describe('answers', () => {
  it('stand in the order of the items, whenever they came', async () => {
    const { answer, letGo } = heldAnswers();
    const all = inOrder(['a', 'b', 'c'], 3, answer);
    for (const item of ['c', 'a', 'b']) await letGo(item);
    expect(await all).toEqual(['answer a', 'answer b', 'answer c']);
  });

  it('are awaited a few at a time', async () => {
    const { asked, answer, letGo } = heldAnswers();
    const all = inOrder(['a', 'b', 'c', 'd'], 2, answer);
    expect(asked).toEqual(['a', 'b']);
    await letGo('b');
    expect(asked).toEqual(['a', 'b', 'c']);
    for (const item of ['a', 'c', 'd']) await letGo(item);
    await all;
  });

  it('of one lane do not hold up those of another', async () => {
    const { asked, answer, letGo } = heldAnswers();
    const all = inOrder(['a1', 'a2', 'b1', 'a3', 'b2'], 1, answer, (item) => item.slice(0, 1));
    expect(asked).toEqual(['a1', 'b1']);
    await letGo('b1');
    expect(asked).toEqual(['a1', 'b1', 'b2']);
    for (const item of ['b2', 'a1', 'a2', 'a3']) await letGo(item);
    expect(await all).toEqual(['a1', 'a2', 'b1', 'a3', 'b2'].map((item) => `answer ${item}`));
  });

  it('of equal items are asked for each', async () => {
    let asked = 0;
    expect(await inOrder(['a', 'a'], 8, async () => ++asked)).toEqual([1, 2]);
  });

  it('to nothing are none', async () => {
    expect(await inOrder([], 8, async (item) => item)).toEqual([]);
  });

  it('end with the first that is rejected', async () => {
    const failing = inOrder(['a', 'b'], 1, async () => {
      throw new Error('no answer');
    });
    await expect(failing).rejects.toThrow('no answer');
  });
});
