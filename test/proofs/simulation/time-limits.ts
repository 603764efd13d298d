import { type CancellationRecord, isUnsettled } from '../../../src/cancellation/record/record.ts';
import { isReadable } from '../../doubles/provider/behaviour.ts';
import type { VirtualClock } from '../../doubles/virtual-clock.ts';
import type { Schedule } from './schedule.ts';
import { idOf } from './simulated-provider.ts';
import type { WatchedStore } from './watched-store.ts';

const day = 24 * 3_600_000;

/** Until when something may be sent, by what clients asked for and when; as exact as the clocks of the replicas are. */
export class TimeLimits {
  readonly #schedule: Schedule;
  readonly #clock: VirtualClock;
  readonly #store: WatchedStore;
  readonly #until = new Map<string, number>();
  readonly #firstSends = new Map<string, number>();

  constructor(schedule: Schedule, clock: VirtualClock, store: WatchedStore) {
    this.#schedule = schedule;
    this.#clock = clock;
    this.#store = store;
  }

  asks(target: number, expiresInMs: number | null): void {
    const until = this.#clock.now() + (expiresInMs ?? day);
    this.#until.set(idOf(target), Math.max(until, this.#until.get(idOf(target)) ?? 0));
  }

  /** Why a cancel that leaves now is too late; null when it is not. */
  lateSend(targetId: string, key: string): string | null {
    const now = this.#clock.now() - Math.abs(this.#schedule.skewMs);
    if (now > (this.#until.get(targetId) ?? 0)) return 'after its time';
    const firstSentAt = this.#firstSend(targetId, key);
    const isForgotten = !isReadable(this.#schedule.behaviour) && now > firstSentAt + day;
    return isForgotten ? 'when its first send was forgotten' : null;
  }

  /** Whether a record was settled when its time was over. */
  isOver(record: CancellationRecord): boolean {
    return this.#store.instantsOf(record).settledAt >= record.sendsUntil - Math.abs(this.#schedule.skewMs);
  }

  #firstSend(targetId: string, key: string): number {
    const now = this.#clock.now();
    const sent = this.#store
      .all()
      .find(
        (record) =>
          record.target.id === targetId && isUnsettled(record) && record.attempts.some((a) => a.upstreamKey === key),
      );
    if (sent === undefined) return now;
    const name = `${sent.id} ${sent.startedAt}`;
    const first = this.#firstSends.get(name) ?? now;
    this.#firstSends.set(name, first);
    return first;
  }
}
