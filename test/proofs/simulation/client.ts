import type { CancelRequest, CancelResult } from '../../../src/cancellation/gateway.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import type { Verdict } from '../../../src/cancellation/record/verdict.ts';
import type { Caller } from '../../../src/cancellation/target/caller.ts';
import { providerId } from './port-answers.ts';
import type { ReplicaProcess } from './replica.ts';
import type { ClientItem } from './schedule.ts';
import { ownedBy } from './shoppers.ts';
import { idOf } from './simulated-provider.ts';
import type { World } from './world.ts';

const clientTimeoutMs = 12_000;
const gapMs = 1_000;

/** Who asks for a target. What a shopper's token says is the name under which they ask. */
export function callerOf(
  tenant: string,
  { principalClass, token }: Pick<ClientItem, 'principalClass' | 'token'>,
  target: number,
): Caller {
  const owns = token === null ? null : ownedBy(token, target);
  return { id: token ?? 'client', tenant, principalClass, scopes: new Set(), owns };
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
    this.#caller = callerOf(world.schedule.targets[item.target]?.tenant ?? 'a', item, item.target);
    this.#key = item.key;
    this.#tries = item.tries;
  }

  /** Asks the same key once more, of another replica each time. */
  ask(): void {
    if (this.#tries-- <= 0) return;
    const process = this.#world.processOf(this.#item.replica + this.#asked++);
    if (process === null) {
      this.#after(gapMs, () => this.ask());
      return;
    }
    const startedAt = this.#world.clock.now();
    this.hear(process, startedAt, process.gateway.cancel(this.#caller, this.request(), process.clock.now()));
  }

  /** What it asks for, to be sent now. */
  request(): CancelRequest {
    const isOrders = this.#world.schedule.behaviour === 'orders';
    this.#world.coverage.count('requests');
    this.#world.checker.asks(this.#caller, this.#keyOfClass(), this.#item.target, this.#item.expiresInMs);
    this.#world.usedKey({ ...this.#item, key: this.#key });
    return {
      kind: isOrders ? 'order' : 'payment',
      id: idOf(this.#item.target),
      provider: providerId,
      idempotencyKey: this.#key,
      authorizationId: this.#item.authorizationId,
      reason: null,
      note: null,
      requestId: null,
      expiresInMs: this.#item.expiresInMs,
    };
  }

  /** Waits for the answer to a request that began at `startedAt`, and follows it. */
  hear(process: ReplicaProcess, startedAt: number, answer: Promise<CancelResult>): void {
    const { clock, checker } = this.#world;
    this.#await(process, answer, (result) => {
      if (process.pausedUntil < startedAt) checker.answeredAfter(clock.now() - startedAt);
      checker.answeredFrom(this.#caller.tenant, result.record, startedAt);
      if (this.#caller.owns !== null && result.record === null) {
        checker.deniedShopper(this.#caller, this.#item.target, result, startedAt);
      }
      this.#onAnswer(result);
    });
  }

  #onAnswer({ verdict, record }: CancelResult): void {
    this.#check(verdict, record);
    const waitMs = verdict.retryAfterMs ?? gapMs;
    if (this.#item.manner === 'leave') return;
    if (this.#item.manner === 'hammer') {
      this.#after(3 * gapMs, () => this.ask());
      return;
    }
    if (verdict.nextAction === 'RETRY_SAME_KEY') this.#after(waitMs, () => this.ask());
    if (verdict.nextAction === 'RETRY_NEW_KEY') {
      this.#key = `${this.#key}+`;
      this.#after(waitMs, () => this.ask());
    }
    if (verdict.nextAction === 'WAIT' && record !== null) this.#after(waitMs, () => this.#follow(record.id));
  }

  #follow(id: string): void {
    if (this.#tries-- <= 0) return;
    const process = this.#world.processOf(this.#item.replica + this.#asked++);
    if (process === null) {
      this.#after(gapMs, () => this.#follow(id));
      return;
    }
    const byKey = this.#asked % 2 === 0;
    const { gateway } = process;
    const read = byKey ? gateway.cancellationByKey(this.#caller, this.#key) : gateway.cancellation(this.#caller, id);
    this.#await(
      process,
      // A query may fail where the store does; its caller asks again.
      read.catch(() => null),
      (record) => {
        if (record === null) return this.#after(gapMs, () => this.#follow(id));
        this.#check(record.verdict, record);
        if (record.verdict.nextAction === 'WAIT')
          this.#after(record.verdict.retryAfterMs ?? gapMs, () => this.#follow(id));
        if (record.verdict.nextAction === 'RETRY_SAME_KEY') this.#after(gapMs, () => this.ask());
      },
    );
  }

  /** Each class of callers has keys of its own. */
  #keyOfClass(): string {
    return `${this.#caller.principalClass} ${this.#key}`;
  }

  #check(verdict: Verdict, record: CancellationRecord | null): void {
    const asked = { tenant: this.#caller.tenant, key: this.#keyOfClass(), target: this.#item.target };
    this.#world.checker.answered({ ...asked, record, verdict });
    if (this.#caller.owns !== null && record !== null) this.#world.checker.toldShopper(this.#caller, record);
  }

  /** An answer, or another request when none comes in time; what a dead replica would have answered does not arrive. */
  #await<T>(process: ReplicaProcess, answer: Promise<T>, onAnswer: (value: T) => void): void {
    let isOver = false;
    const stopWaiting = this.#world.clock.after(clientTimeoutMs, () => {
      isOver = true;
      this.#world.coverage.count('clients that ask again unanswered');
      this.ask();
    });
    answer.then(
      (value) => {
        if (isOver || !process.alive) return;
        stopWaiting();
        onAnswer(value);
      },
      (error) => this.#world.checker.broken(`a request rejected: ${error}`),
    );
  }

  #after(ms: number, work: () => void): void {
    this.#world.clock.after(ms, work);
  }
}
