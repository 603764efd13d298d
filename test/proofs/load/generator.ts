import { Pool } from 'undici';
import { type Answered, answered } from './answer.ts';
import { type LoadRequest, requestOf } from './requests.ts';

/** Sends a load for a while, in a process of its own. */
export interface LoadOrder {
  /** Requests take turns at these. */
  readonly urls: readonly string[];
  readonly forMs: number;
  /**
   * `perSecond`: requests leave at their time, whether or not earlier ones have been answered. `atOnce`: so many are on
   * their way at any moment, and the next leaves when one is answered.
   */
  readonly pace: ({ readonly perSecond: number } | { readonly atOnce: number }) & {
    readonly only?: LoadRequest['kind'];
  };
  /** The first payment of this load. */
  readonly from: number;
}

/** A cancel that the load asked for, and how it fared. */
export interface AskedCancel {
  readonly paymentId: string;
  readonly key: string;
  readonly fate: Answered['fate'] | 'broken';
  readonly outcome: string | null;
}

export interface LoadReport {
  readonly tookMs: number;
  readonly sent: number;
  /** Requests that did not leave in time, since all connections of the load were taken. */
  readonly held: number;
  readonly served: { readonly read: number; readonly cancel: number };
  readonly shed: { readonly read: number; readonly cancel: number };
  /** Answers that the gateway may give and the load did not hope for, such as that the provider failed. */
  readonly failed: number;
  readonly wrong: number;
  /** Requests without an answer. */
  readonly broken: number;
  readonly firstTrouble: string | null;
  readonly servedMs: Percentiles;
  readonly shedMs: Percentiles;
  readonly cancels: readonly AskedCancel[];
}

interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

/** As many connections as a load may have; a gateway that answers in time never needs them all. */
const connections = 2_048;

class Load {
  readonly #order: LoadOrder;
  readonly #pools: readonly Pool[];
  readonly #counts = { read: { served: 0, shed: 0 }, cancel: { served: 0, shed: 0 } };
  readonly #servedMs: number[] = [];
  readonly #shedMs: number[] = [];
  readonly #cancels: AskedCancel[] = [];
  #sent = 0;
  #held = 0;
  #failed = 0;
  #wrong = 0;
  #broken = 0;
  #running = 0;
  #firstTrouble: string | null = null;

  constructor(order: LoadOrder, pools: readonly Pool[]) {
    this.#order = order;
    this.#pools = pools;
  }

  async run(): Promise<LoadReport> {
    const began = performance.now();
    const { pace } = this.#order;
    await ('atOnce' in pace ? this.#closed(pace.atOnce) : this.#open(pace.perSecond));
    const tookMs = performance.now() - began;
    const { read, cancel } = this.#counts;
    return {
      tookMs,
      sent: this.#sent,
      held: this.#held,
      served: { read: read.served, cancel: cancel.served },
      shed: { read: read.shed, cancel: cancel.shed },
      failed: this.#failed,
      wrong: this.#wrong,
      broken: this.#broken,
      firstTrouble: this.#firstTrouble,
      servedMs: percentilesOf(this.#servedMs),
      shedMs: percentilesOf(this.#shedMs),
      cancels: this.#cancels,
    };
  }

  async #closed(atOnce: number): Promise<void> {
    const end = performance.now() + this.#order.forMs;
    const lane = async () => {
      while (performance.now() < end) await this.#send();
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  }

  async #open(perSecond: number): Promise<void> {
    const began = performance.now();
    const all = Math.round((perSecond * this.#order.forMs) / 1_000);
    const running = new Set<Promise<void>>();
    for (let n = 0; n < all; ) {
      const due = Math.min(all, Math.ceil(((performance.now() - began) * perSecond) / 1_000));
      for (; n < due; n += 1) {
        if (this.#running >= connections) this.#held += 1;
        else {
          const request: Promise<void> = this.#send().finally(() => running.delete(request));
          running.add(request);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(running);
  }

  async #send(): Promise<void> {
    const request = requestOf(this.#sent, this.#order.from, this.#order.pace.only);
    const pool = this.#pools[this.#sent % this.#pools.length];
    if (pool === undefined) throw new Error('A load needs somebody to ask.');
    this.#sent += 1;
    this.#running += 1;
    const began = performance.now();
    try {
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: '/graphql',
        headers: { 'content-type': 'application/json' },
        body: request.body,
      });
      const text = await body.text();
      this.#note(request, answered(request, statusCode, text), performance.now() - began);
    } catch (error) {
      this.#broken += 1;
      this.#firstTrouble ??= String(error);
      if (request.kind === 'cancel') this.#remember(request, 'broken', null);
    } finally {
      this.#running -= 1;
    }
  }

  #note(request: LoadRequest, { fate, outcome, detail }: Answered, ms: number): void {
    if (fate === 'served' || fate === 'shed') {
      this.#counts[request.kind][fate] += 1;
      (fate === 'served' ? this.#servedMs : this.#shedMs).push(ms);
    } else {
      if (fate === 'wrong') this.#wrong += 1;
      else this.#failed += 1;
      this.#firstTrouble ??= detail;
    }
    if (request.kind === 'cancel') this.#remember(request, fate, outcome);
  }

  #remember({ paymentId, key }: LoadRequest, fate: AskedCancel['fate'], outcome: string | null): void {
    this.#cancels.push({ paymentId, key, fate, outcome });
  }
}

function percentilesOf(ms: number[]): Percentiles {
  ms.sort((a, b) => a - b);
  const at = (share: number) => ms[Math.min(ms.length - 1, Math.floor(share * ms.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

process.on('message', async (order: LoadOrder) => {
  const limits = { connections, pipelining: 1, headersTimeout: 15_000, bodyTimeout: 15_000 };
  const pools = order.urls.map((url) => new Pool(url, limits));
  const report = await new Load(order, pools).run();
  await Promise.all(pools.map((pool) => pool.close()));
  process.send?.(report);
});
