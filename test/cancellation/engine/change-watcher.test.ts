import { afterEach, describe, expect, it } from 'vitest';
import { ChangeWatcher } from '../../../src/cancellation/engine/change-watcher.ts';
import { updates } from '../../../src/cancellation/engine/updates.ts';
import type { ChangeSource, ChangesTold } from '../../../src/cancellation/record/change-source.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import { fullCaller } from '../../graphql/in-memory-gateway.ts';
import { type FollowedScene, followedScene } from './followed-scene.ts';

let scene: FollowedScene;
let watcher: ChangeWatcher;
afterEach(() => watcher.stop());

/** A source that says what a test lets it say. */
class Source implements ChangeSource {
  told: ChangesTold | null = null;
  closed = false;
  start(told: ChangesTold) {
    this.told = told;
  }
  async close() {
    this.closed = true;
  }
}

async function begin(source: ChangeSource | null = null) {
  scene = followedScene();
  watcher = new ChangeWatcher(scene.engine, source);
  watcher.start();
}

/** What is heard of a record from now on. */
async function heard(id: string) {
  const told: CancellationRecord[] = [];
  const source = await updates(scene.engine, { ...fullCaller, tenant: scene.tenant }, id);
  const end = (async () => {
    for await (const record of source ?? []) told.push(record);
  })();
  await scene.turn();
  return { told, end, stop: () => source?.return?.() };
}

describe('what is followed', () => {
  it('is asked for after two seconds, and then every fifteen', async () => {
    await begin();
    const { id } = await scene.pending();
    await heard(id);
    await scene.passes(60);
    expect(scene.asked.map(({ at }) => at)).toEqual([2, 17, 32, 47]);
  });

  it('is asked for two seconds after another begins to follow it', async () => {
    await begin();
    const { id } = await scene.pending();
    await heard(id);
    await scene.passes(5);
    await heard(id);
    await scene.passes(20);
    expect(scene.asked.map(({ at }) => at)).toEqual([2, 7, 22]);
  });

  it('is asked for together, five hundred at a time', async () => {
    await begin();
    for (let n = 0; n < 501; n += 1) scene.engine.followers.follow(`record-${n}`, 0);
    await scene.passes(1);
    expect(scene.asked.map(({ ids }) => ids.length)).toEqual([500, 1]);
  });

  it('is told of once it was changed elsewhere, without any notice', async () => {
    await begin();
    const record = await scene.pending();
    const { told, end } = await heard(record.id);
    await scene.settleElsewhere(record);
    await scene.passes(1);
    expect(told).toHaveLength(1);
    await scene.passes(15);
    await end;
    expect(told.map(({ state }) => state)).toEqual(['PENDING', 'DONE']);
  });

  it('is told of at once where notice comes', async () => {
    const source = new Source();
    await begin(source);
    const record = await scene.pending();
    const { told, end } = await heard(record.id);
    await scene.passes(3);
    await scene.settleElsewhere(record);
    source.told?.changed(record.id);
    await end;
    expect(told.map(({ state }) => state)).toEqual(['PENDING', 'DONE']);
  });

  it('is asked for at once where notice may have been lost', async () => {
    const source = new Source();
    await begin(source);
    const record = await scene.pending();
    const { end } = await heard(record.id);
    await scene.passes(3);
    await scene.settleElsewhere(record);
    source.told?.missed();
    await scene.passes(1);
    await end;
  });

  it('has its operator told where notice cannot come any more', async () => {
    const source = new Source();
    await begin(source);
    await heard((await scene.pending()).id);
    await scene.passes(1);
    source.told?.broken(new Error('The connection is gone.'));
    expect(scene.storeFailures).toBe(1);
  });

  it('is told of when a store that failed answers again', async () => {
    await begin();
    const record = await scene.pending();
    const { told, end } = await heard(record.id);
    await scene.settleElsewhere(record);
    scene.failReads(1);
    await scene.passes(32);
    await end;
    expect(told.map(({ state }) => state)).toEqual(['PENDING', 'DONE']);
    expect(scene.storeFailures).toBe(1);
  });

  it('ends when the record is gone', async () => {
    await begin();
    const record = await scene.pending();
    const { told, end } = await heard(record.id);
    scene.forget();
    await scene.passes(15);
    await end;
    expect(told).toHaveLength(1);
  });
});

describe('what nobody follows', () => {
  it('is not asked for, and nobody is listened to', async () => {
    const source = new Source();
    await begin(source);
    await scene.passes(30);
    expect({ asked: scene.asked, told: source.told }).toEqual({ asked: [], told: null });
    await watcher.stop();
    expect(source.closed).toBe(true);
  });

  it('any more is forgotten', async () => {
    await begin();
    const { id } = await scene.pending();
    const { stop, end } = await heard(id);
    await stop();
    await end;
    expect(scene.engine.followers.all.size).toBe(0);
  });
});

describe('the providers', () => {
  it('are asked about what is followed as often as a client would ask', async () => {
    await begin();
    const { id } = await scene.pending();
    await heard(id);
    await scene.passes(10);
    expect(scene.looks.map(({ at }) => at)).toEqual([1, 3, 5, 7, 9]);
  });

  it('are asked no more about a record that many follow', async () => {
    await begin();
    const { id } = await scene.pending();
    for (const _ of [1, 2, 3]) await heard(id);
    await scene.passes(4);
    expect(scene.looks.map(({ at }) => at)).toEqual([1, 3]);
  });

  it('are asked five times a second about all together, each in turn', async () => {
    await begin();
    for (let n = 0; n < 12; n += 1) await heard((await scene.pending(`key-${n}`, { id: String(n) })).id);
    await scene.passes(3);
    expect(scene.looks.map(({ at }) => at)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3]);
    expect(new Set(scene.looks.map(({ id }) => id)).size).toBe(12);
  });

  it('are asked at once about the one of a lane, however many of another wait', async () => {
    await begin();
    for (let n = 0; n < 20; n += 1) await heard((await scene.pending(`key-${n}`, { id: String(n) })).id);
    await scene.passes(3);
    const { id } = await scene.pending('another key', { provider: 'another' });
    await heard(id);
    await scene.passes(4);
    const [first, ...more] = scene.looks.filter((look) => look.id === id).map(({ at }) => at);
    expect({ first, more }).toEqual({ first: 4, more: [6] });
  });

  it('are not asked about what is settled or released', async () => {
    await begin();
    await heard((await scene.released()).id);
    await scene.passes(10);
    expect(scene.looks).toEqual([]);
  });
});
