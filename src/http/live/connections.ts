import type { Clock } from '../../cancellation/clock.ts';
import type { Caller } from '../../cancellation/target/caller.ts';
import { closeCodes } from './close-codes.ts';
import type { Connection } from './connection.ts';
import { Heartbeat } from './heartbeat.ts';
import type { CallerLimits, LiveLimits } from './live-limits.ts';

/** Who may have no more than `most` subscriptions at once, and would. */
export interface Excess {
  readonly of: 'connection' | 'caller';
  readonly most: number;
}

/** Every connection there is: how many, and whose. */
export class Connections {
  readonly #clock: Clock;
  readonly #limits: LiveLimits;
  readonly #max: number;
  readonly #heartbeat: Heartbeat;
  readonly #all = new Set<Connection>();
  readonly #ofCaller = new Map<string, Set<Connection>>();
  /** Those of whom nobody knows yet who they are for, the oldest first. */
  readonly #unknown = new Set<Connection>();
  #allGone: () => void = () => undefined;

  constructor(clock: Clock, max: number, limits: LiveLimits) {
    this.#clock = clock;
    this.#max = max;
    this.#limits = limits;
    this.#heartbeat = new Heartbeat(clock, limits);
  }

  /** Those of whom nobody knows who they are for make room. */
  get haveRoom(): boolean {
    return this.#all.size < this.#max || this.#unknown.size > 0;
  }

  /** Whoever says at once who they are for gets in, however many others say nothing: of those the oldest goes. */
  add(connection: Connection): void {
    this.#heartbeat.add(connection);
    this.#all.add(connection);
    this.#unknown.add(connection);
    if (this.#unknown.size > this.#limits.unknown || this.#all.size > this.#max) this.#cutOldestUnknown();
  }

  /** False where the caller has as many as one may. */
  admit(connection: Connection, caller: Caller): boolean {
    const connections = this.#of(caller);
    if (connections.size >= this.#limitsOf(caller).connections) return false;
    this.#ofCaller.set(keyOf(caller), connections.add(connection));
    this.#unknown.delete(connection);
    connection.caller = caller;
    return true;
  }

  /** What it asks for now is one more than it may have at once, or than its caller may; null where that is not so. */
  excessOf({ caller, subscriptions }: Connection): Excess | null {
    if (subscriptions > this.#limits.subscriptions) return { of: 'connection', most: this.#limits.subscriptions };
    if (caller === null) return null;
    const most = this.#limitsOf(caller).subscriptions;
    const all = [...this.#of(caller)].reduce((sum, connection) => sum + connection.subscriptions, 0);
    return all > most ? { of: 'caller', most } : null;
  }

  remove(connection: Connection): void {
    const { caller } = connection;
    connection.cancelExpiry();
    this.#forget(connection);
    if (this.#all.size === 0) this.#allGone();
    if (caller === null) return;
    const connections = this.#of(caller);
    connections.delete(connection);
    if (connections.size === 0) this.#ofCaller.delete(keyOf(caller));
  }

  /** Sends everybody elsewhere, and cuts who does not go. */
  async close(): Promise<void> {
    for (const connection of this.#all) connection.close(closeCodes.restart);
    if (this.#all.size > 0) await this.#goodbye();
    for (const { socket } of this.#all) socket.terminate();
  }

  /** Until everybody has gone, and no longer than they may take. */
  #goodbye(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(this.#limits.goodbyeMs, resolve);
      this.#allGone = () => {
        cancel();
        resolve();
      };
    });
  }

  #of(caller: Caller): Set<Connection> {
    return this.#ofCaller.get(keyOf(caller)) ?? new Set();
  }

  #limitsOf({ owns }: Caller): CallerLimits {
    return owns === null ? this.#limits.perService : this.#limits.perShopper;
  }

  /** It is counted no more at once: its socket is gone a moment later. */
  #cutOldestUnknown(): void {
    const [oldest] = this.#unknown;
    if (oldest === undefined) return;
    this.#forget(oldest);
    oldest.socket.terminate();
  }

  #forget(connection: Connection): void {
    this.#heartbeat.remove(connection);
    this.#all.delete(connection);
    this.#unknown.delete(connection);
  }
}

function keyOf({ tenant, id }: Caller): string {
  return JSON.stringify([tenant, id]);
}
