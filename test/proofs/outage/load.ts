import { randomBytes } from 'node:crypto';
import { Pool } from 'undici';
import type { Side } from './provider.ts';

/** One request of the load and what the client was told. */
export interface Served {
  readonly side: Side;
  readonly target: string;
  readonly kind: 'cancel' | 'read';
  readonly at: number;
  readonly ms: number;
  readonly outcome: string;
  readonly cancellation: string | null;
}

const cancelDocument = `mutation ($id: ID!) {
  cancelPayment(input: { paymentId: $id }) { outcome errorCode cancellation { id } }
}`;
const readDocument = 'query ($id: ID!) { payment(id: $id) { __typename } }';
/** Every fifth request to provider A reads; provider B cannot be read. */
const readEvery = 5;
const firstPaymentId = 700_000_000_000_000;

/** An open-loop load: requests leave at their time, whether or not earlier ones have been answered. */
export class Load {
  readonly served: Served[] = [];
  readonly #pool: Pool;
  readonly #running = new Set<Promise<void>>();
  #sent = 0;

  constructor(url: string) {
    this.#pool = new Pool(url, { connections: 4_096, pipelining: 1 });
  }

  /** Sends `seconds * perSecond` requests, or until `stop` says so; resolves when the last has left. */
  async run(side: Side, perSecond: number, seconds: number, stop = () => false): Promise<void> {
    const began = Date.now();
    for (let i = 0; i < perSecond * seconds && !stop(); i++) {
      const wait = began + (i * 1_000) / perSecond - Date.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const request: Promise<void> = this.#request(side).finally(() => this.#running.delete(request));
      this.#running.add(request);
    }
  }

  /** Resolves when everything has been answered. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  async #request(side: Side): Promise<void> {
    const target = side === 'a' ? `${firstPaymentId + this.#sent}` : randomBytes(16).toString('hex').toUpperCase();
    const kind = side === 'a' && ++this.#sent % readEvery === 0 ? 'read' : 'cancel';
    const at = Date.now();
    const began = performance.now();
    const document = kind === 'read' ? readDocument : cancelDocument;
    const { body } = await this.#pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables: { id: target } }),
    });
    const { data, errors } = (await body.json()) as {
      data?: {
        cancelPayment?: { outcome: string; cancellation: { id: string } | null };
        payment?: { __typename: string };
      };
      errors?: { message: string }[];
    };
    if (errors?.[0]) throw new Error(errors[0].message);
    const outcome = data?.cancelPayment?.outcome ?? data?.payment?.__typename ?? 'none';
    const cancellation = data?.cancelPayment?.cancellation?.id ?? null;
    this.served.push({ side, target, kind, at, ms: performance.now() - began, outcome, cancellation });
  }
}

export function percentile(served: readonly Served[], share: number): number {
  const sorted = served.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
