import type { Clock } from '../../cancellation/clock.ts';
import { closeCodes } from './close-codes.ts';
import type { Connection } from './connection.ts';
import type { LiveLimits } from './live-limits.ts';

const turnMs = 1_000;

/**
 * Finds out whether anybody is still there. Each connection has its second in a round of `pingMs`, and every second as many of
 * them, even where all came at once: after a restart, say.
 */
export class Heartbeat {
  readonly #clock: Clock;
  readonly #limits: LiveLimits;
  readonly #round: readonly Set<Connection>[];
  readonly #secondOf = new Map<Connection, Set<Connection>>();
  /** The place in the round of the second that comes next. */
  #next = 0;
  #cancelTimer: () => void = () => undefined;

  constructor(clock: Clock, limits: LiveLimits) {
    this.#clock = clock;
    this.#limits = limits;
    this.#round = Array.from({ length: Math.ceil(limits.pingMs / turnMs) }, () => new Set());
  }

  add(connection: Connection): void {
    if (this.#secondOf.size === 0) this.#wait();
    const second = this.#emptiest();
    second.add(connection);
    this.#secondOf.set(connection, second);
  }

  remove(connection: Connection): void {
    this.#secondOf.get(connection)?.delete(connection);
    this.#secondOf.delete(connection);
    if (this.#secondOf.size === 0) this.#cancelTimer();
  }

  /** The second with the fewest connections, and of several such the one that is furthest away. */
  #emptiest(): Set<Connection> {
    const inOrder = [...this.#round.slice(this.#next), ...this.#round.slice(0, this.#next)];
    return inOrder.reduce((best, second) => (second.size <= best.size ? second : best));
  }

  #wait(): void {
    this.#cancelTimer = this.#clock.after(turnMs, () => this.#turn(), 'weak');
  }

  #turn(): void {
    const now = this.#clock.now();
    for (const connection of this.#round[this.#next] ?? []) this.#check(connection, now);
    this.#next = (this.#next + 1) % this.#round.length;
    if (this.#secondOf.size > 0) this.#wait();
  }

  #check(connection: Connection, now: number): void {
    const { socket } = connection;
    if (connection.subscriptions > 0) connection.busyAt = now;
    if (!connection.hasAnswered || socket.bufferedAmount > this.#limits.waitingBytes) socket.terminate();
    else if (now - connection.busyAt >= this.#limits.idleMs) connection.close(closeCodes.idle);
    else if (connection.isOpen) {
      connection.hasAnswered = false;
      socket.ping();
    }
  }
}
