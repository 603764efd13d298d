import { describe, expect, it } from 'vitest';
import { mapped } from '../../src/graphql/server/mapped.ts';

/** Numbers from one on, for as long as somebody wants them. */
function counted() {
  let n = 0;
  const source = {
    left: 0,
    async next(): Promise<IteratorResult<number>> {
      n += 1;
      return { done: false, value: n };
    },
    async return(): Promise<IteratorResult<number>> {
      source.left += 1;
      return { done: true, value: undefined };
    },
  };
  return source;
}

describe('what is mapped', () => {
  it('is each value of its source as something else', async () => {
    const values = mapped(counted(), async (n) => `no. ${n}`);
    expect([await values.next(), await values.next()]).toEqual([
      { done: false, value: 'no. 1' },
      { done: false, value: 'no. 2' },
    ]);
  });

  it('ends without the value that was in the making when it was left', async () => {
    const source = counted();
    let made: (text: string) => void = () => undefined;
    const values = mapped(source, () => new Promise<string>((resolve) => (made = resolve)));
    const next = values.next();
    await new Promise((resolve) => setImmediate(resolve));
    await values.return?.();
    made('too late');
    expect(await next).toEqual({ done: true, value: undefined });
    expect(source.left).toBe(1);
  });

  it('leaves its source where a value cannot be made', async () => {
    const source = counted();
    const values = mapped(source, async () => {
      throw new Error('No value.');
    });
    await expect(values.next()).rejects.toThrow('No value.');
    expect(source.left).toBe(1);
  });
});
