import { describe, expect, it } from 'vitest';
import { Queues } from '../../../src/cancellation/engine/queues.ts';

/** Asks for so many turns at a provider; `came` fills with the numbers of those whose turn came, and of those told to leave. */
function asking(queues = new Queues()) {
  const queue = queues.open();
  const came: string[] = [];
  const left: string[] = [];
  const ask = (provider: string, count: number, from = 0) => {
    for (let n = from; n < from + count; n += 1) {
      void queue.turn(provider).then((isTurn) => (isTurn ? came : left).push(`${provider}${n}`));
    }
    return settled();
  };
  return { queues, queue, came, left, ask };
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('the cancels of a list', () => {
  it('run eight at a time at each provider', async () => {
    const { came, ask } = asking();
    await ask('A', 10);
    await ask('B', 9);
    expect(came).toEqual([...names('A', 8), ...names('B', 8)]);
  });

  it('take their turns in the order they came', async () => {
    const { queue, came, ask } = asking();
    await ask('A', 10);
    await ask('B', 9);
    queue.passOn('B');
    queue.passOn('A');
    queue.passOn('A');
    await settled();
    expect(came.slice(16)).toEqual(['B8', 'A8', 'A9']);
  });

  it('run at once where a turn is left over', async () => {
    const { queue, came, ask } = asking();
    await ask('A', 8);
    queue.passOn('A');
    await ask('A', 2, 8);
    expect(came.slice(8)).toEqual(['A8']);
  });

  it('do not wait for those of another list', async () => {
    const { queues, ask } = asking();
    await ask('A', 9);
    const other = asking(queues);
    await other.ask('A', 8);
    expect(other.came).toHaveLength(8);
  });

  it('are told to leave when the process ends, also who comes then', async () => {
    const { queues, queue, came, left, ask } = asking();
    const other = asking(queues);
    await ask('A', 10);
    await other.ask('B', 9);
    queues.close();
    await ask('A', 1, 10);
    await ask('C', 1);
    expect([left, other.left]).toEqual([['A8', 'A9', 'A10', 'C0'], ['B8']]);
    queue.passOn('A');
    await settled();
    expect(came).toEqual(names('A', 8));
  });
});

function names(provider: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${provider}${n}`);
}
