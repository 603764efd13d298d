import { hash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes, RLWrapperTimeouts } from 'rate-limiter-flexible';
import type { Caller } from '../cancellation/target/caller.ts';
import { CountAlone } from './count-alone.ts';

/** A database in which replicas count together; it is given one statement at a time. */
export interface SharedDatabase {
  query(statement: { text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

/** Where replicas count together. `unshared` is told of every count that this process had to make alone. */
export interface SharedCounting {
  readonly database: SharedDatabase;
  unshared(): void;
}

const minute = 60;
/** Longer than this nobody waits to be counted: this process counts alone then. */
const patienceMs = 250;

/** So much a minute for each caller; the minute begins with the first of it. */
export class CallerLimit {
  readonly perMinute: number;
  readonly #counter: RateLimiterMemory | RLWrapperTimeouts;

  /** `shared` is null where this process counts for itself. Limits that share a database have names of their own. */
  constructor(name: string, perMinute: number, shared: SharedCounting | null = null) {
    this.perMinute = perMinute;
    const points = { points: perMinute, duration: minute };
    this.#counter = shared === null ? new RateLimiterMemory(points) : countedIn(shared, name, points);
  }

  /** Counts it. Null when it is within the limit, else the milliseconds until the minute is over. */
  async take(caller: Caller, count: number): Promise<number | null> {
    try {
      await this.#counter.consume(keyOf(caller), count);
      return null;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return refusal.msBeforeNext;
      throw refusal;
    }
  }

  /** Counts one that cannot be refused any more. */
  async add(caller: Caller): Promise<void> {
    await this.#counter.penalty(keyOf(caller));
  }

  /** Null while some of it is left, else the milliseconds until the minute is over. */
  async exhausted(caller: Caller): Promise<number | null> {
    const counted = await this.#counter.get(keyOf(caller));
    if (counted === null || counted.consumedPoints < this.perMinute || counted.msBeforeNext <= 0) return null;
    return counted.msBeforeNext;
  }
}

/**
 * Whoever has nothing left is refused from memory: the database is not asked again until the minute is over. Only what wraps
 * the limiter falls back: did the limiter too, what fails after it was waited for would count twice.
 */
function countedIn(
  { database, unshared }: SharedCounting,
  name: string,
  points: { readonly points: number; readonly duration: number },
): RLWrapperTimeouts {
  const limiter = new RateLimiterPostgres({
    storeClient: database,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    ...points,
    inMemoryBlockOnConsumed: points.points,
  });
  return new RLWrapperTimeouts({
    limiter,
    timeoutMs: patienceMs,
    insuranceLimiter: new CountAlone(points, unshared),
  });
}

const keys = new WeakMap<Caller, string>();

/** The counters need to tell callers apart and not to know them. */
function keyOf(caller: Caller): string {
  const { tenant, id } = caller;
  const key = keys.get(caller) ?? hash('sha256', JSON.stringify([tenant, id]), 'base64url');
  keys.set(caller, key);
  return key;
}
