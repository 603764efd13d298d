import { errors, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../cancellation/clock.ts';
import { fetchText } from './fetch-text.ts';
import { type KeySource, KeysUnavailable, type KeysWatcher, parseKeySet } from './key-source.ts';

const minute = 60_000;
/** Keys older than this are read again while the known ones are used. */
const freshMs = 10 * minute;
/** How long an issuer may be away before nobody gets in. */
const usableMs = 6 * 60 * minute;
/** Between two reads: a token with a new key waits for it, and a flood of invented keys causes no more. */
const pauseMs = minute / 2;
const pauseWithoutKeysMs = 2_000;
const timeoutMs = 3_000;

/**
 * The keys at an address. jose's own `createRemoteJWKSet` reads an address again and again, once its keys are older than
 * its cache allows, and lets nobody in while that fails; this one keeps to what it knows.
 */
export class RemoteKeys implements KeySource {
  readonly #url: string;
  readonly #clock: Clock;
  readonly #watch: KeysWatcher;
  #known: { readonly find: JWTVerifyGetKey; readonly readAt: number } | null = null;
  #latest: { readonly at: number; readonly failed: boolean } | null = null;
  #reading: Promise<void> | null = null;

  constructor(url: string, clock: Clock, watch: KeysWatcher) {
    this.#url = url;
    this.#clock = clock;
    this.#watch = watch;
  }

  readonly keyFor: JWTVerifyGetKey = async (header, token) => {
    await this.#refreshInTime();
    try {
      return await this.#find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      // The issuer may have changed its keys since they were read.
      await this.#refresh(pauseMs);
      if (this.#latest?.failed) throw this.#unavailable(pauseMs);
      return await this.#find(header, token);
    }
  };

  async available(): Promise<boolean> {
    await this.#refreshInTime();
    return this.#age() <= usableMs;
  }

  reload(): Promise<void> {
    return this.#refresh(0);
  }

  async #refreshInTime(): Promise<void> {
    const age = this.#age();
    if (age > usableMs) await this.#refresh(pauseWithoutKeysMs);
    else if (age > freshMs) void this.#refresh(pauseMs);
  }

  #find: JWTVerifyGetKey = (header, token) => {
    if (this.#known === null || this.#age() > usableMs) throw this.#unavailable(pauseWithoutKeysMs);
    return this.#known.find(header, token);
  };

  #refresh(pause: number): Promise<void> {
    if (this.#reading === null && this.#since(this.#latest?.at) >= pause) {
      this.#reading = this.#read().finally(() => {
        this.#reading = null;
      });
    }
    return this.#reading ?? Promise.resolve();
  }

  async #read(): Promise<void> {
    const fetched = await fetchText(this.#url, timeoutMs);
    const read = 'text' in fetched ? parseKeySet(fetched.text) : fetched;
    const at = this.#clock.now();
    if ('find' in read) this.#known = { find: read.find, readAt: at };
    const problem = 'problem' in read ? read.problem : null;
    this.#latest = { at, failed: problem !== null };
    this.#watch(problem);
  }

  #age(): number {
    return this.#since(this.#known?.readAt);
  }

  /** A clock that was set back must not make a pause longer. */
  #since(at: number | undefined): number {
    return at === undefined ? Number.POSITIVE_INFINITY : Math.abs(this.#clock.now() - at);
  }

  #unavailable(pause: number): KeysUnavailable {
    return new KeysUnavailable(Math.max(1_000, pause - this.#since(this.#latest?.at)));
  }
}
