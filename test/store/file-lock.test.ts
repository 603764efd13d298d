import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { lockFile } from '../../src/store/sqlite/file-lock.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const folder = temporaryDirectory('file-lock');
const inUse = expect.objectContaining({ code: 'EBUSY' });

describe.concurrent('a file of records', () => {
  it('is taken by one at a time', async () => {
    const url = `file:${join(folder, 'records.db')}`;
    const first = await openStore(url);
    await expect(openStore(url)).rejects.toEqual(inUse);
    await first.store.check();
    await first.store.close();
    const second = await openStore(url);
    await second.store.close();
  });

  it('is given back once, however often that is asked', async () => {
    const path = join(folder, 'twice.db');
    const unlock = lockFile(path);
    unlock();
    const again = lockFile(path);
    unlock();
    expect(() => lockFile(path)).toThrow(inUse);
    again();
  });

  it('is the same under another name', async () => {
    const path = join(folder, 'named.db');
    const { store } = await openStore(`file:${path}`);
    symlinkSync(path, join(folder, 'alias.db'));
    expect(() => lockFile(join(folder, 'alias.db'))).toThrow(inUse);
    await store.close();
  });

  it('is given back where it cannot be opened', async () => {
    await expect(openStore(`file:${folder}`)).rejects.toThrow();
    lockFile(folder)();
  });

  it('needs no lock in memory', async () => {
    const [one, other] = await Promise.all([openStore('file::memory:'), openStore('file::memory:')]);
    await Promise.all([one.store.close(), other.store.close()]);
    expect(existsSync(':memory:-lock')).toBe(false);
  });
});
