import { type CancelOutcome, createCancellationClient } from '../../../client/src/index.ts';
import { between, type Chance, sleep } from '../storm/chance.ts';
import type { Flow, Kind } from '../storm/history.ts';

/** An app gives up asking after as long, keeps its key, and goes on later. */
const patienceMs = [2_000, 12_000] as const;
/** Some are closed while they wait, and opened again. */
const closed = { share: 0.15, afterMs: [50, 4_000] } as const;
const kinds = { payment: 0.45, order: 0.7 };

/** Apps that cancel through the package, and nothing else; what each of their promises came to is a row of its flow. */
export class Apps {
  readonly flows: Flow[] = [];
  /** Promises that did not resolve. There is to be none. */
  readonly rejected: string[] = [];
  /** Keys that a promise named and that were not the app's. */
  readonly foreignKeys: string[] = [];
  resumed = 0;
  readonly #url: string;
  readonly #chance: Chance;
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  constructor(url: string, chance: Chance) {
    this.#url = url;
    this.#chance = chance;
  }

  /** Opens so many apps at a steady pace, whether or not earlier ones are through. */
  async open(count: number, withinMs: number): Promise<void> {
    const began = Date.now();
    for (let n = 0; n < count; n++) {
      await sleep(began + (n * withinMs) / count - Date.now());
      const running: Promise<void> = this.#run(n)
        .catch((error: unknown) => void this.rejected.push(String(error)))
        .finally(() => this.#running.delete(running));
      this.#running.add(running);
    }
  }

  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  stop(): void {
    this.#stopped = true;
  }

  async #run(n: number): Promise<void> {
    const { kind, target } = this.#targetOf(n);
    let stored = '';
    const onKey = async (key: string) => {
      await sleep(1);
      stored = key;
    };
    const askedAt = Date.now();
    const first = await this.#cancel(kind, target, { ...this.#limits(), onKey });
    const flow: Flow = { key: stored, target, kind, what: 'fresh', exchanges: [], leaves: false, vanished: false };
    this.flows.push(flow);
    this.#note(flow, askedAt, first);
    for (let last: CancelOutcome | null = first; last !== null && !last.final && !this.#stopped; ) {
      await sleep(Math.min(last.retryAfterMs ?? 500, 2_000));
      const resumedAt = Date.now();
      this.resumed += 1;
      last = await this.#resume(kind, target, stored);
      this.#note(flow, resumedAt, last);
    }
  }

  #note(flow: Flow, askedAt: number, result: CancelOutcome | null): void {
    if (result === null) flow.vanished = true;
    else if (result.idempotencyKey !== flow.key) this.foreignKeys.push(`${flow.key}: ${result.idempotencyKey}`);
    const answer = result && {
      outcome: result.outcome,
      nextAction: result.final ? result.nextAction : openAction(result),
      errorCode: result.errorCode,
      retryAfterMs: result.retryAfterMs,
      cancellationId: result.cancellation?.id ?? null,
    };
    flow.exchanges.push({ replica: 0, by: 'cancel', askedAt, at: Date.now(), answer });
  }

  #cancel(kind: Kind, target: string, options: NonNullable<Parameters<Client['cancelPayment']>[1]>) {
    const client = this.#client();
    if (kind === 'order') return client.cancelOrder({ orderId: target }, options);
    return client.cancelPayment({ paymentId: target }, options);
  }

  /** In a client of its own, as after a restart of the app. */
  #resume(kind: Kind, target: string, key: string): Promise<CancelOutcome | null> {
    const input = kind === 'order' ? { cancelOrder: { orderId: target } } : { cancelPayment: { paymentId: target } };
    return this.#client().resumeCancellation(key, { ...input, ...this.#limits() });
  }

  #client(): Client {
    return createCancellationClient({ url: this.#url, random: this.#chance });
  }

  #limits(): { deadlineMs: number; signal?: AbortSignal } {
    const deadlineMs = between(this.#chance, ...patienceMs);
    if (this.#chance() >= closed.share) return { deadlineMs };
    return { deadlineMs, signal: AbortSignal.timeout(Math.round(between(this.#chance, ...closed.afterMs))) };
  }

  #targetOf(n: number): { readonly kind: Kind; readonly target: string } {
    const draw = this.#chance();
    if (draw < kinds.payment) return { kind: 'payment', target: String(800_000_000_000_000 + n) };
    if (draw < kinds.order) return { kind: 'order', target: `ORD${String(n).padStart(26, '0')}` };
    return { kind: 'vtex', target: `A${n.toString(16).toUpperCase().padStart(31, '0')}` };
  }
}

type Client = ReturnType<typeof createCancellationClient>;

/** What is not final claims nothing for good, whatever it advises. */
function openAction({ nextAction }: CancelOutcome): string {
  return nextAction === 'WAIT' ? 'WAIT' : 'RETRY_SAME_KEY';
}
