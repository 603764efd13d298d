import { hash } from 'node:crypto';
import { type CancellationRecord, isUnsettled } from '../record/record.ts';
import type { Caller } from '../target/caller.ts';
import type { Engine } from './engine.ts';
import { type Telling, tellingTo } from './follow.ts';
import type { Follower } from './followers.ts';

/** A record that is followed anew was perhaps settled so fast that nobody was told: the store is asked so soon, in milliseconds. */
const firstAskMs = 2_000;

type Updates = AsyncIterableIterator<CancellationRecord>;

/**
 * A cancellation as it stands, and then as it becomes, until its outcome is settled. Null when the caller has none such: then
 * as much was asked of the store as for one that there is not. Who takes long is told the latest and not each.
 */
export async function updates(engine: Engine, caller: Caller, id: string): Promise<Updates | null> {
  const told = await tellingTo(engine, caller, [id]);
  if (told === null) return null;
  // Before the record is read: what changes after that is not missed.
  const follower = engine.followers.follow(id, engine.clock.now() + firstAskMs);
  try {
    const read = () => engine.store.byId(caller.tenant, id);
    const record = await read();
    const first = record && told(record);
    if (first !== null) return new RecordUpdates(engine, follower, { read, told, first });
    follower.close();
    return null;
  } catch (error) {
    follower.close();
    throw error;
  }
}

interface Source {
  read(): Promise<CancellationRecord | null>;
  readonly told: Telling;
  readonly first: CancellationRecord;
}

/** Not a generator: one of those that waits for its next value cannot be ended before it comes. */
class RecordUpdates implements Updates {
  readonly #engine: Engine;
  readonly #follower: Follower;
  readonly #source: Source;
  /** What the caller saw last, in short; null before that. */
  #seen: string | null = null;
  #isOver = false;

  constructor(engine: Engine, follower: Follower, source: Source) {
    this.#engine = engine;
    this.#follower = follower;
    this.#source = source;
  }

  async next(): Promise<IteratorResult<CancellationRecord>> {
    if (this.#seen === null && !this.#isOver) return this.#tell(this.#source.first);
    while (!this.#isOver) {
      await this.#follower.changed();
      if (this.#isOver) break;
      const record = await this.#readAgain();
      if (record === 'unknown') continue;
      if (record === null) return this.return();
      if (sightOf(record) !== this.#seen) return this.#tell(record);
    }
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<CancellationRecord>> {
    this.#end();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** A store that fails is asked again when the record is looked at next. */
  async #readAgain(): Promise<CancellationRecord | null | 'unknown'> {
    try {
      const record = await this.#source.read();
      return record && this.#source.told(record);
    } catch (error) {
      this.#engine.events.storeFailed('read', error);
      const followed = this.#engine.followers.all.get(this.#follower.id);
      if (followed !== undefined) followed.revision = null;
      return 'unknown';
    }
  }

  #tell(record: CancellationRecord): IteratorResult<CancellationRecord> {
    this.#seen = sightOf(record);
    this.#lookWhileUnsettled(record);
    if (record.state === 'DONE') this.#end();
    return { done: false, value: record };
  }

  #lookWhileUnsettled(record: CancellationRecord): void {
    const followed = this.#engine.followers.all.get(record.id);
    if (followed === undefined) return;
    const { startedAt } = record;
    followed.look = isUnsettled(record) ? { startedAt, at: followed.look?.at ?? this.#engine.clock.now() } : null;
  }

  #end(): void {
    this.#isOver = true;
    this.#follower.close();
  }
}

/** What of a record can be seen from outside, in short. Who holds it, and when it is looked at, is nobody's news. */
function sightOf(record: CancellationRecord): string {
  const { fence, owner, leaseUntil, reconciledAt, reconciliations, reconcileAt, updatedAt, ...seen } = record;
  return hash('sha256', JSON.stringify(seen), 'base64');
}
