import { randomUUID } from 'node:crypto';
import { between, type Chance, sleep } from './chance.ts';
import { type Answer, type Exchange, type Flow, isDefinite, type Kind } from './history.ts';
import { Unexpected, type Wire } from './wire.ts';

const shares = { repeat: 0.3, newKey: 0.05, leaves: 0.02, payment: 0.45, order: 0.25 };
/** Repeats and new keys are for what was asked lately: some of it runs still. */
const recent = 600;
/** Seconds of arrivals that may be waiting at once; on a machine that cannot keep up the rate falls, not the machine. */
const mostWaitingSeconds = 12;
/** After a broken connection: long enough that a gateway that is starting is not kept from it. */
const retryMs = [500, 1_500] as const;

/** Clients that cancel at a steady rate and do what they are told until they know. */
export class Clients {
  readonly flows: Flow[] = [];
  readonly unexpected: string[] = [];
  /** Arrivals that were left out because too many clients were waiting. */
  held = 0;
  readonly #urls: readonly string[];
  readonly #wire: Wire;
  readonly #chance: Chance;
  readonly #running = new Set<Promise<void>>();
  #targets = 0;
  #stopped = false;

  constructor(urls: readonly string[], wire: Wire, chance: Chance) {
    this.#urls = urls;
    this.#wire = wire;
    this.#chance = chance;
  }

  /** Starts clients at their time, whether or not earlier ones have been answered. */
  async load(perSecond: number, ms: number): Promise<void> {
    const began = Date.now();
    for (let n = 0; n < (perSecond * ms) / 1_000; n++) {
      const wait = began + (n * 1_000) / perSecond - Date.now();
      if (wait > 0) await sleep(wait);
      if (this.#running.size >= perSecond * mostWaitingSeconds) {
        this.held += 1;
        continue;
      }
      const flow = this.#arrival();
      this.flows.push(flow);
      const running: Promise<void> = this.#run(flow).finally(() => this.#running.delete(running));
      this.#running.add(running);
    }
  }

  /** Resolves when every client knows. */
  async idle(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Nobody asks any more. */
  stop(): void {
    this.#stopped = true;
  }

  #arrival(): Flow {
    const earlier =
      this.flows[this.flows.length - 1 - Math.floor(this.#chance() * Math.min(recent, this.flows.length))];
    const unasked = { exchanges: [], vanished: false };
    const draw = this.#chance();
    if (earlier !== undefined && draw < shares.repeat) return { ...earlier, ...unasked, what: 'repeat', leaves: false };
    const key = randomUUID();
    if (earlier !== undefined && draw < shares.repeat + shares.newKey) {
      return { ...earlier, ...unasked, key, what: 'new key', leaves: false };
    }
    return { ...this.#freshTarget(), ...unasked, key, what: 'fresh', leaves: this.#chance() < shares.leaves };
  }

  #freshTarget(): { target: string; kind: Kind } {
    this.#targets += 1;
    const draw = this.#chance();
    if (draw < shares.payment) return { kind: 'payment', target: String(700_000_000_000_000 + this.#targets) };
    if (draw < shares.payment + shares.order) {
      return { kind: 'order', target: `ORD${String(this.#targets).padStart(26, '0')}` };
    }
    return { kind: 'vtex', target: `A${this.#targets.toString(16).toUpperCase().padStart(31, '0')}` };
  }

  async #run(flow: Flow): Promise<void> {
    for (let by: Exchange['by'] = 'cancel'; !this.#stopped; ) {
      const answer = await this.#ask(flow, by);
      if (flow.leaves || flow.vanished) return;
      if (answer === null) {
        await sleep(between(this.#chance, ...retryMs));
        continue;
      }
      if (isDefinite(answer)) return;
      by = answer.nextAction === 'RETRY_SAME_KEY' ? 'cancel' : 'follow';
      await sleep(answer.retryAfterMs ?? 1_000);
    }
  }

  /** Asks any of the replicas; null when no answer came. */
  async #ask(flow: Flow, by: Exchange['by']): Promise<Answer | null> {
    const replica = Math.floor(this.#chance() * this.#urls.length);
    const url = this.#urls[replica] ?? '';
    const askedAt = Date.now();
    const { kind, target, key } = flow;
    try {
      const answer =
        by === 'cancel' ? await this.#wire.cancel(url, kind, target, key) : await this.#wire.follow(url, key);
      // Only who was told of a cancellation follows it.
      if (answer === null) flow.vanished = true;
      flow.exchanges.push({ replica, by, askedAt, at: Date.now(), answer });
      return answer;
    } catch (error) {
      if (error instanceof Unexpected) this.unexpected.push(`${by} ${target}: ${error.message}`);
      flow.exchanges.push({ replica, by, askedAt, at: Date.now(), answer: null });
      return null;
    }
  }
}
