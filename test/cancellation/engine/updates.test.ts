import { beforeEach, describe, expect, it } from 'vitest';
import { claimCancellation } from '../../../src/cancellation/engine/claim-cancellation.ts';
import { updates } from '../../../src/cancellation/engine/updates.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import { fullCaller } from '../../graphql/in-memory-gateway.ts';
import { type FollowedScene, followedScene } from './followed-scene.ts';

let scene: FollowedScene;
let record: CancellationRecord;
beforeEach(async () => {
  scene = followedScene();
  record = await scene.pending();
});

/** Who follows the record and has seen how it stands. */
async function follower() {
  const source = await updates(scene.engine, { ...fullCaller, tenant: scene.tenant }, record.id);
  if (source === null) throw new Error('There is nothing to follow.');
  await source.next();
  return source;
}

describe('the updates of a record', () => {
  it('are over for who leaves while it is read again', async () => {
    const source = await follower();
    let answer: () => void = () => undefined;
    scene.store.heldUp = new Promise((resolve) => (answer = resolve));
    const next = source.next();
    await scene.settleElsewhere(record);
    scene.engine.followers.changed(record.id);
    await scene.turn();
    await source.return?.();
    answer();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it('are read once for all who wait for them', async () => {
    const sources = [await follower(), await follower(), await follower()];
    scene.store.reads = 0;
    const waiting = sources.map((source) => source.next());
    await scene.settleElsewhere(record);
    scene.engine.followers.changed(record.id);
    const told = await Promise.all(waiting);
    expect(told.map(({ value }) => value?.state)).toEqual(['DONE', 'DONE', 'DONE']);
    expect(scene.store.reads).toBe(1);
  });

  it('are read anew where a change was told while they were read', async () => {
    const [first, second] = [await follower(), await follower()];
    let answer: () => void = () => undefined;
    scene.store.heldUp = new Promise((resolve) => (answer = resolve));
    const waiting = [first.next(), second.next()];
    scene.store.reads = 0;
    scene.engine.followers.changed(record.id);
    await scene.turn();
    scene.store.heldUp = null;
    await scene.settleElsewhere(record);
    scene.engine.followers.changed(record.id);
    answer();
    const told = await Promise.all(waiting);
    expect(told.map(({ value }) => value?.state)).toEqual(['DONE', 'DONE']);
    expect(scene.store.reads).toBe(2);
  });

  it('are looked for where a claim joins the record, not where its key means another', async () => {
    const waiting = (await follower()).next();
    scene.store.reads = 0;
    await claimCancellation(scene.engine, scene.request('key', 'another payment'));
    await scene.turn();
    expect(scene.store.reads).toBe(0);
    await scene.passes(1);
    await claimCancellation(scene.engine, scene.request('another key'));
    expect((await waiting).value?.sendsUntil).toBe(record.sendsUntil + 1_000);
    expect(scene.store.reads).toBe(1);
  });

  it('are not told where nothing that is shown has changed', async () => {
    const source = await follower();
    const told: CancellationRecord[] = [];
    const end = (async () => {
      for await (const update of source) told.push(update);
    })();
    const change = async (changed: CancellationRecord) => {
      await scene.store.save(changed);
      scene.engine.followers.changed(record.id);
      await scene.turn();
    };
    await change({ ...record, state: 'UNKNOWN' });
    await change({ ...record, state: 'SENT', startedAt: record.startedAt + 60_000 });
    expect({ told, look: scene.engine.followers.all.get(record.id)?.look }).toMatchObject({
      told: [],
      look: { startedAt: record.startedAt + 60_000 },
    });
    await scene.settleElsewhere(record);
    scene.engine.followers.changed(record.id);
    await end;
    expect(told.map(({ state }) => state)).toEqual(['DONE']);
  });
});
