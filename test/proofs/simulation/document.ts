import { Client, callerOf } from './client.ts';
import type { DocumentItem } from './schedule.ts';
import type { World } from './world.ts';

/**
 * One request with two root fields, of which GraphQL runs the second when the first has been answered: a list of cancels,
 * and one more. Each is followed by a client of its own, as when apps share what one of them has sent.
 */
export class Document {
  readonly #world: World;
  readonly #item: DocumentItem;

  constructor(world: World, item: DocumentItem) {
    this.#world = world;
    this.#item = item;
  }

  async ask(): Promise<void> {
    const process = this.#world.processOf(this.#item.replica);
    if (process === null) return;
    this.#world.coverage.count('requests with a list');
    const startedAt = this.#world.clock.now();
    const arrivedAt = process.clock.now();
    const { targets, last } = this.#item;
    const caller = callerOf(this.#world.schedule.targets[last]?.tenant ?? '', this.#item, last);
    const clients = targets.map((target, n) => this.#client(target, `list-${n}`));
    const requests = clients.map((client) => client.request());
    const listed = process.gateway.cancelAll(caller, requests, arrivedAt);
    for (const [n, { result }] of listed.entries()) clients[n]?.hear(process, startedAt, result);
    await Promise.all(listed.map(({ result }) => result));
    if (!process.alive) return;
    const client = this.#client(last, 'after-the-list');
    client.hear(process, startedAt, process.gateway.cancel(caller, client.request(), arrivedAt));
  }

  #client(target: number, key: string): Client {
    const { targets, last, ...item } = this.#item;
    return new Client(this.#world, { ...item, kind: 'client', target, key });
  }
}
