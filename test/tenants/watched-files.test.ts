import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { WatchedFiles } from '../../src/tenants/watched-files.ts';
import { VirtualClock } from '../doubles/virtual-clock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const everyMs = 2_000;
let watched: WatchedFiles;
let changes = 0;
let clock: VirtualClock;

function watch(paths: readonly string[]): void {
  changes = 0;
  clock = new VirtualClock();
  watched = new WatchedFiles(clock, () => {
    changes += 1;
  });
  watched.watch(paths);
}

/** One look after another, each done before the next. */
async function look(times = 1): Promise<void> {
  for (let n = 0; n < times; n++) {
    clock.jump(everyMs);
    while (clock.pending === 0) await wait(1);
  }
}

afterEach(() => watched.stop());

describe('a watched file', () => {
  it('is no news as long as it stays as it is', async () => {
    const file = join(temporaryDirectory('watched'), 'token');
    writeFileSync(file, 'one');
    watch([file]);
    await look(5);
    expect(changes).toBe(0);
  });

  it('is told of once when it has changed and stayed so', async () => {
    const file = join(temporaryDirectory('watched'), 'token');
    writeFileSync(file, 'one');
    watch([file]);
    writeFileSync(file, 'two, which is longer');
    await look();
    expect(changes).toBe(0);
    await look(4);
    expect(changes).toBe(1);
  });

  it('is left alone while it is being written', async () => {
    const file = join(temporaryDirectory('watched'), 'token');
    writeFileSync(file, '');
    watch([file]);
    for (let n = 1; n < 5; n++) {
      writeFileSync(file, 'x'.repeat(n));
      await look();
    }
    expect(changes).toBe(0);
    await look();
    expect(changes).toBe(1);
  });

  it('is seen through a link that is swapped, as secrets are mounted', async () => {
    const directory = temporaryDirectory('watched');
    for (const version of ['v1', 'v2']) {
      mkdirSync(join(directory, version));
      writeFileSync(join(directory, version, 'token'), version);
    }
    symlinkSync('v1', join(directory, 'data'));
    symlinkSync('data/token', join(directory, 'token'));
    watch([join(directory, 'token')]);
    symlinkSync('v2', join(directory, 'next'));
    renameSync(join(directory, 'next'), join(directory, 'data'));
    await look(2);
    expect(changes).toBe(1);
  });

  it('may come and go', async () => {
    const file = join(temporaryDirectory('watched'), 'token');
    watch([file]);
    writeFileSync(file, 'one');
    await look(2);
    expect(changes).toBe(1);
    rmSync(file);
    await look(2);
    expect(changes).toBe(2);
  });

  it('has its turn among many', async () => {
    const directory = temporaryDirectory('watched');
    const files = Array.from({ length: 450 }, (_, n) => join(directory, `${n}`));
    for (const file of files) writeFileSync(file, 'one');
    watch(files);
    writeFileSync(files[449] ?? '', 'another');
    await look(4);
    expect(changes).toBe(1);
  });

  it('is no news once it has been taken', async () => {
    const file = join(temporaryDirectory('watched'), 'token');
    writeFileSync(file, 'one');
    watch([file]);
    writeFileSync(file, 'another');
    watched.take();
    await look(3);
    expect(changes).toBe(0);
  });

  it('keeps no clock running where there is none', () => {
    watch([]);
    expect(clock.pending).toBe(0);
  });
});
