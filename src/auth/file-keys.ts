import { readFile, stat } from 'node:fs/promises';
import type { JWTVerifyGetKey } from 'jose';
import type { Clock } from '../cancellation/clock.ts';
import { type KeySource, KeysUnavailable, type KeysWatcher, type ParsedKeys, parseKeySet } from './key-source.ts';

/** How often the file is looked at, at most. */
const pauseMs = 1_000;

/** The keys in a file, which is read again when it changes. */
export class FileKeys implements KeySource {
  readonly #path: string;
  readonly #clock: Clock;
  readonly #watch: KeysWatcher;
  #find: JWTVerifyGetKey | null = null;
  #version = '';
  #lookedAt: number | null = null;
  #looking: Promise<void> = Promise.resolve();

  constructor(path: string, clock: Clock, watch: KeysWatcher) {
    this.#path = path;
    this.#clock = clock;
    this.#watch = watch;
  }

  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    await this.#lookInTime();
    if (this.#find === null) throw new KeysUnavailable(pauseMs);
    return this.#find(header, token);
  };

  async available(): Promise<boolean> {
    await this.#lookInTime();
    return this.#find !== null;
  }

  reload(): Promise<void> {
    this.#version = '';
    this.#looking = this.#look(this.#clock.now());
    return this.#looking;
  }

  #lookInTime(): Promise<void> {
    const now = this.#clock.now();
    if (this.#lookedAt === null || Math.abs(now - this.#lookedAt) >= pauseMs) this.#looking = this.#look(now);
    return this.#looking;
  }

  async #look(now: number): Promise<void> {
    this.#lookedAt = now;
    const version = await versionOf(this.#path);
    if (version === this.#version) return;
    const read = await readKeys(this.#path);
    this.#version = version;
    if ('find' in read) this.#find = read.find;
    this.#watch('problem' in read ? read.problem : null);
  }
}

async function versionOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch (error) {
    return `absent: ${codeOf(error)}`;
  }
}

async function readKeys(path: string): Promise<ParsedKeys> {
  try {
    return parseKeySet(await readFile(path, 'utf8'));
  } catch (error) {
    return { problem: `cannot be read (${codeOf(error)})` };
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : 'unknown';
}
