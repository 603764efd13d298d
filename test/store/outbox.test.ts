import { expect, it } from 'vitest';
import { Outbox } from '../../src/store/sqlite/outbox.ts';

it('posts what one turn brings in one message', async () => {
  const posted: (readonly string[])[] = [];
  const outbox = new Outbox<string>((items) => posted.push(items));
  outbox.put('at once');
  await Promise.all(['after one', 'after another'].map(async (item) => outbox.put(await Promise.resolve(item))));
  expect(posted).toEqual([]);
  await new Promise((resolve) => setImmediate(resolve));
  outbox.put('in the next turn');
  await new Promise((resolve) => setImmediate(resolve));
  expect(posted).toEqual([['at once', 'after one', 'after another'], ['in the next turn']]);
});
