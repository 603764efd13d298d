import { describe, expect, it } from 'vitest';
import { Followers } from '../../../src/cancellation/engine/followers.ts';

/** Whether a promise is settled by now. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  return Promise.race([promise.then(() => true), new Promise<false>((resolve) => setImmediate(() => resolve(false)))]);
}

describe('a follower', () => {
  it('is woken by a change of its record alone', async () => {
    const followers = new Followers();
    const changed = followers.follow('a', 0).changed();
    followers.changed('b');
    expect(await isOver(changed)).toBe(false);
    followers.changed('a');
    expect(await isOver(changed)).toBe(true);
  });

  it('hears of a change that came while it did not wait', async () => {
    const followers = new Followers();
    const follower = followers.follow('a', 0);
    followers.changed('a');
    expect(await isOver(follower.changed())).toBe(true);
  });

  it('is told of many changes once', async () => {
    const followers = new Followers();
    const follower = followers.follow('a', 0);
    for (const _ of [1, 2, 3]) followers.changed('a');
    await follower.changed();
    expect(await isOver(follower.changed())).toBe(false);
  });

  it('leaves nothing behind when it goes, and lets nobody wait', async () => {
    const followers = new Followers();
    const [first, second] = [followers.follow('a', 0), followers.follow('a', 0)];
    const waiting = first.changed();
    first.close();
    first.close();
    expect(await isOver(waiting)).toBe(true);
    expect(followers.all.size).toBe(1);
    second.close();
    expect(followers.all.size).toBe(0);
  });

  it('that comes when another goes is followed on its own', () => {
    const followers = new Followers();
    const first = followers.follow('a', 1);
    first.close();
    followers.follow('a', 2);
    first.close();
    expect(followers.all.get('a')?.askAt).toBe(2);
  });

  it.each([
    ['sooner', 5, 2, 2],
    ['later', 2, 5, 2],
  ])('that wants the store asked %s than another hears of it by then', (_, first, second, asked) => {
    const followers = new Followers();
    followers.follow('a', first);
    followers.follow('a', second);
    expect(followers.all.get('a')?.askAt).toBe(asked);
  });
});
