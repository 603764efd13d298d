import type { CancelResult } from '../../../src/cancellation/gateway.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import type { Verdict } from '../../../src/cancellation/record/verdict.ts';
import type { Caller } from '../../../src/cancellation/target/caller.ts';
import type { Incarnation } from './replica.ts';
import type { ClientItem } from './schedule.ts';
import { providerId } from './wire.ts';
import type { World } from './world.ts';

const patienceMs = 12_000;
const gapMs = 1_000;

export function callerOf(tenant: string): Caller {
  return { id: 'client', tenant, principalClass: 'service', scopes: new Set() };
}

/** One client: it asks, follows what it is told in its manner, and repeats its key when an answer does not come. */
export class Client {
  readonly #world: World;
  readonly #item: ClientItem;
  readonly #caller: Caller;
  #key: string;
  #tries: number;
  #asked = 0;

  constructor(world: World, item: ClientItem) {
    this.#world = world;
    this.#item = item;
    this.#caller = callerOf(world.schedule.targets[item.target]?.tenant ?? 'a');
    this.#key = item.key;
    this.#tries = item.tries;
  }

  /** Asks the same key once more, of another replica each time. */
  ask(): void {
    const { timeline, schedule } = this.#world;
    if (this.#tries-- <= 0) return;
    const life = this.#world.life(this.#item.replica + this.#asked++);
    if (life === null) {
      this.#in(gapMs, () => this.ask());
      return;
    }
    const isOrders = schedule.behaviour === 'orders';
    this.#world.coverage.count('requests');
    this.#world.checker.asks(this.#caller.tenant, this.#key, this.#item.target);
    this.#world.usedKey({ ...this.#item, key: this.#key });
    const startedAt = timeline.now;
    const answer = life.gateway.cancel(this.#caller, {
      kind: isOrders ? 'order' : 'payment',
      id: `t${this.#item.target}`,
      provider: providerId,
      idempotencyKey: this.#key,
      authorizationId: null,
      reason: null,
      note: null,
    });
    this.#await(life, answer, (result) => {
      if (life.pausedUntil < startedAt) this.#world.checker.answeredAfter(timeline.now - startedAt);
      this.#hear(result);
    });
  }

  #hear({ verdict, record }: CancelResult): void {
    this.#tell(verdict, record);
    const waitMs = verdict.retryAfterMs ?? gapMs;
    if (this.#item.manner === 'leave') return;
    if (this.#item.manner === 'hammer') {
      this.#in(3 * gapMs, () => this.ask());
      return;
    }
    if (verdict.nextAction === 'RETRY_SAME_KEY') this.#in(waitMs, () => this.ask());
    if (verdict.nextAction === 'RETRY_NEW_KEY') {
      this.#key = `${this.#key}+`;
      this.#in(waitMs, () => this.ask());
    }
    if (verdict.nextAction === 'WAIT' && record !== null) this.#in(waitMs, () => this.#follow(record.id));
  }

  #follow(id: string): void {
    if (this.#tries-- <= 0) return;
    const life = this.#world.life(this.#item.replica + this.#asked++);
    if (life === null) {
      this.#in(gapMs, () => this.#follow(id));
      return;
    }
    const byKey = this.#asked % 2 === 0;
    const { gateway } = life;
    const read = byKey ? gateway.cancellationByKey(this.#caller, this.#key) : gateway.cancellation(this.#caller, id);
    this.#await(
      life,
      // A query may fail where the store does; its caller asks again.
      read.catch(() => null),
      (record) => {
        if (record === null) return this.#in(gapMs, () => this.#follow(id));
        this.#tell(record.verdict, record);
        if (record.verdict.nextAction === 'WAIT')
          this.#in(record.verdict.retryAfterMs ?? gapMs, () => this.#follow(id));
        if (record.verdict.nextAction === 'RETRY_SAME_KEY') this.#in(gapMs, () => this.ask());
      },
    );
  }

  #tell(verdict: Verdict, record: CancellationRecord | null): void {
    const told = { tenant: this.#caller.tenant, key: this.#key, target: this.#item.target };
    this.#world.checker.hears({ ...told, record, verdict });
  }

  /** An answer, or the loss of patience when it does not come; a dead replica's last words are not heard. */
  #await<T>(life: Incarnation, answer: Promise<T>, hear: (value: T) => void): void {
    let isOver = false;
    const timer = this.#world.timeline.in(patienceMs, () => {
      isOver = true;
      this.#world.coverage.count('clients that ask again unanswered');
      this.ask();
    });
    answer.then(
      (value) => {
        if (isOver || !life.alive) return;
        timer.cancelled = true;
        hear(value);
      },
      (error) => this.#world.checker.broken(`a request rejected: ${error}`),
    );
  }

  #in(ms: number, work: () => void): void {
    this.#world.timeline.in(ms, work);
  }
}
