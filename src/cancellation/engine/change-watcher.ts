import type { ChangeSource } from '../record/change-source.ts';
import { callersSpacingMs } from '../rules/reconcile-schedule.ts';
import { endWithin } from './end-of-run.ts';
import type { Engine } from './engine.ts';
import { reconcileForCaller } from './reconcile.ts';
import { Turns } from './turns.ts';

const turnMs = 1_000;

/** How often the store is asked about each record that is followed, however much was told of it. Milliseconds. */
const askEveryMs = 15_000;
const atOnce = 500;

/** What those who follow may cause at the providers: no more than one client that asks for each, nor than so much together. */
const lookEveryMs = 2_000;
const looksPerTurn = 5;

/**
 * Sees to it that who follows a record hears of every change of it: of those of this process at once, of those of others as
 * soon as `source` tells, and whatever was lost on that way when the store is asked. It also asks the providers about followed
 * records that are not settled, as `cancellation` does for a client that polls, but at a pace that does not grow with those who follow.
 */
export class ChangeWatcher {
  readonly #engine: Engine;
  readonly #source: ChangeSource | null;
  readonly #turns: Turns;
  #isListening = false;
  #isAsking = false;
  #stopped = false;
  #cancelTimer: () => void = () => undefined;

  constructor(engine: Engine, source: ChangeSource | null) {
    this.#engine = engine;
    this.#source = source;
    this.#turns = new Turns(engine.clock);
  }

  start(): void {
    this.#cancelTimer = this.#engine.clock.after(turnMs, () => this.#turn(), 'weak');
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    await this.#source?.close();
  }

  #turn(): void {
    if (this.#engine.followers.all.size > 0) {
      this.#listen();
      this.#look();
      void this.#ask();
    }
    if (!this.#stopped) this.start();
  }

  /** As long as nobody has ever followed anything, no connection is kept for it. */
  #listen(): void {
    if (this.#isListening || this.#source === null) return;
    this.#isListening = true;
    const { followers, clock, events } = this.#engine;
    this.#source.start({
      changed: (id) => followers.changed(id),
      missed: () => {
        for (const followed of followers.all.values()) followed.askAt = clock.now();
      },
      broken: (error) => events.storeFailed('listen', error),
    });
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const { followers, clock, store, events } = this.#engine;
    const now = clock.now();
    const due = [...followers.all].flatMap(([id, { askAt }]) => (askAt <= now ? id : []));
    try {
      for (let n = 0; n < due.length; n += atOnce) {
        const ids = due.slice(n, n + atOnce);
        this.#compare(ids, await store.revisionsOf(ids), now);
      }
    } catch (error) {
      events.storeFailed('read', error);
    } finally {
      this.#isAsking = false;
    }
  }

  /** One that is gone has no revision, which is a change too. */
  #compare(ids: readonly string[], revisions: ReadonlyMap<string, string>, now: number): void {
    const { followers } = this.#engine;
    for (const id of ids) {
      const followed = followers.all.get(id);
      if (followed === undefined) continue;
      const revision = revisions.get(id) ?? 'gone';
      const isNew = revision !== followed.revision;
      followed.revision = revision;
      followed.askAt = now + askEveryMs;
      if (isNew) followers.changed(id);
    }
  }

  /** Each is put off when its turn has come. */
  #look(): void {
    const { followers, clock, deadlines } = this.#engine;
    const now = clock.now();
    const waiting = [...followers.all].flatMap(([id, { look }]) =>
      look !== null && look.at <= now ? [{ id, ...look }] : [],
    );
    for (const { id, lane, startedAt } of this.#turns.give(waiting, looksPerTurn)) {
      const followed = followers.all.get(id);
      if (followed === undefined) continue;
      followed.look = { lane, startedAt, at: now + callersSpacingMs(lookEveryMs, now - startedAt) };
      void endWithin(this.#engine, reconcileForCaller(this.#engine, { id, startedAt }), deadlines.reconcileMs);
    }
  }
}
