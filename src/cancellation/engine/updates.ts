import { type CancellationRecord, isUnsettled } from '../record/record.ts';
import type { Caller } from '../target/caller.ts';
import { laneOf } from '../target/lane.ts';
import type { Engine } from './engine.ts';
import { type Telling, tellingTo } from './follow.ts';
import type { Follower, Reading } from './followers.ts';
import { sightOf } from './sight.ts';

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
    const record = await engine.store.byId(caller.tenant, id);
    const first = record && told(record);
    if (first !== null) return new RecordUpdates(engine, follower, { tenant: caller.tenant, told, first });
    follower.close();
    return null;
  } catch (error) {
    follower.close();
    throw error;
  }
}

interface Source {
  readonly tenant: string;
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
    if (this.#seen === null && !this.#isOver) {
      this.#lookWhileUnsettled(this.#source.first);
      return this.#tell(this.#source.first);
    }
    while (!this.#isOver) {
      await this.#follower.changed();
      if (this.#isOver) break;
      const record = await this.#readAgain();
      if (this.#isOver) break;
      if (record === 'unknown') continue;
      if (record === null) return this.return();
      this.#lookWhileUnsettled(record);
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

  async #readAgain(): Promise<Reading> {
    const record = await readTogether(this.#engine, this.#source.tenant, this.#follower);
    return record === null || record === 'unknown' ? record : this.#source.told(record);
  }

  #tell(record: CancellationRecord): IteratorResult<CancellationRecord> {
    this.#seen = sightOf(record);
    if (record.state === 'DONE') this.#end();
    return { done: false, value: record };
  }

  #lookWhileUnsettled(record: CancellationRecord): void {
    const { followed } = this.#follower;
    const at = followed.look?.at ?? this.#engine.clock.now();
    followed.look = isUnsettled(record) ? { lane: laneOf(record), startedAt: record.startedAt, at } : null;
  }

  #end(): void {
    this.#isOver = true;
    this.#follower.close();
  }
}

/** One read for all who wait for the same change. Each of them has found the record under its own tenant before. */
function readTogether(engine: Engine, tenant: string, follower: Follower) {
  const { followed } = follower;
  if (followed.reading !== null) return followed.reading;
  const reading: Promise<Reading> = read(engine, tenant, follower).finally(() => {
    if (followed.reading === reading) followed.reading = null;
  });
  followed.reading = reading;
  return reading;
}

/** A store that fails is asked again when the record is looked at next. */
async function read({ store, events }: Engine, tenant: string, { id, followed }: Follower): Promise<Reading> {
  try {
    return await store.byId(tenant, id);
  } catch (error) {
    events.storeFailed('read', error);
    followed.revision = null;
    return 'unknown';
  }
}
