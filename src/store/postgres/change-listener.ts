import pg from 'pg';
import type { ChangeSource, ChangesTold } from '../../cancellation/record/change-source.ts';
import { connectionOf, timeoutsMs } from './connection.ts';

/** Of the whole database: what is told there of records of other schemas concerns nobody here, and is harmless. */
const channel = 'cancellation_changed';

/** How long it is left alone after it broke: longer each time, until it has held for the longest. Milliseconds. */
const pauses = { shortest: 1_000, longest: 30_000 };

/** How long the database may take to take leave. */
const goodbyeMs = 1_000;

/** Nothing is sent over a connection that listens: the system has to ask whether the other end is still there. */
const keepAliveAfterMs = 10_000;

/**
 * What changes a followed record says so in the commit that changes it, by a trigger. Behind a pooler that hands sessions
 * around nothing is heard, and the store has to be asked.
 */
export const tellingChanges: readonly string[] = [
  `create function tell_change() returns trigger language plpgsql as $$
    begin perform pg_notify('${channel}', new.id); return null; end $$`,
  // Commits that notify wait for each other. What ends within a second of its beginning nobody was told to wait for.
  `create trigger change_told after update on cancellation_op for each row
    when ((old.state in ('UNKNOWN', 'PENDING', 'RELEASED') or new.updated - old.created > 1000)
      and (new.state, new.updated, new.sends_until) is distinct from (old.state, old.updated, old.sends_until))
    execute function tell_change()`,
];

/** Listens over a connection of its own, and connects anew when it breaks. */
export class ChangeListener implements ChangeSource {
  readonly #config: pg.ClientConfig;
  #client: pg.Client | null = null;
  /** To connect anew, or to see that the connection has held. */
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = pauses.shortest;
  #isBroken = false;
  #isClosed = false;

  constructor(databaseUrl: string) {
    const limits = { keepAliveInitialDelayMillis: keepAliveAfterMs, query_timeout: timeoutsMs.answer };
    this.#config = { ...connectionOf(databaseUrl), ...limits };
  }

  start(told: ChangesTold): void {
    void this.#connect(told);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    if (this.#client !== null) await endInTime(this.#client);
  }

  async #connect(told: ChangesTold): Promise<void> {
    if (this.#isClosed) return;
    let client: pg.Client;
    try {
      client = new pg.Client(this.#config);
    } catch (error) {
      // Certificates that the URL names are read from their files here.
      this.#again(told, error);
      return;
    }
    this.#client = client;
    let isOver = false;
    const broke = (error: unknown) => {
      if (isOver) return;
      isOver = true;
      void endInTime(client);
      if (!this.#isClosed) this.#again(told, error);
    };
    client.on('error', broke);
    client.on('end', () => broke(new Error('The database ended the connection that listens.')));
    client.on('notification', ({ payload }) => told.changed(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (!isOver) this.#listens(told);
    } catch (error) {
      broke(error);
    }
  }

  #listens(told: ChangesTold): void {
    this.#isBroken = false;
    this.#timer = setTimeout(() => {
      this.#pauseMs = pauses.shortest;
    }, pauses.longest).unref();
    told.missed();
  }

  #again(told: ChangesTold, error: unknown): void {
    if (!this.#isBroken) told.broken(error);
    this.#isBroken = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(told), this.#pauseMs).unref();
    this.#pauseMs = Math.min(2 * this.#pauseMs, pauses.longest);
  }
}

/** A database that is silent does not end a connection: it is cut then, since nothing that matters is on its way. */
async function endInTime(client: pg.Client): Promise<void> {
  const cut = setTimeout(() => client.connection.stream.destroy(), goodbyeMs);
  await client.end();
  clearTimeout(cut);
}
