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

it('waits for as long as every turn brings more', async () => {
  const posted: (readonly number[])[] = [];
  const outbox = new Outbox<number>((items) => posted.push(items), 60_000);
  for (let turn = 0; turn < 5; turn += 1) {
    outbox.put(turn);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(posted).toEqual([]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(posted).toEqual([[0, 1, 2, 3, 4]]);
});

it('waits no longer than it may, however much turns bring', async () => {
  const posted: (readonly number[])[] = [];
  const outbox = new Outbox<number>((items) => posted.push(items), 1);
  for (let turn = 0; posted.length === 0; turn += 1) {
    outbox.put(turn);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(posted[0]?.at(0)).toBe(0);
});
