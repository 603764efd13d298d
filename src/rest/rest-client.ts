import { type Dispatcher, Pool } from 'undici';
import type { Clock } from '../cancellation/clock.ts';
import { type Address, addressOf, pathUnder } from './address.ts';
import { Bulkhead } from './bulkhead.ts';
import { Circuit } from './circuit.ts';
import { createConnector } from './connector.ts';
import { Exchange, maxBodyBytes } from './exchange.ts';
import { type Limits, limitsOf } from './limits.ts';
import { type RestAnswer, type RestFailure, type RestResult, unsent } from './result.ts';

export interface RestClientOptions {
  /** Origin and base path, e.g. `https://provider.example/ppp/`. */
  readonly baseUrl: string;
  readonly clock: Clock;
  /** PEM of the certificate authority to trust instead of the system's. */
  readonly ca?: string;
  /** Headers of every request, of probes too: they say who calls. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly probe: Probe;
  /** The part of what its peer may hold up that is this API's; all of it unless told. */
  readonly share?: number;
  /** Which answers say that the peer does not work; 5xx unless told. Not asked about a 429. */
  isOutage?(answer: RestAnswer): boolean;
  circuitChanged?(state: 'open' | 'closed'): void;
}

export type RestRequest = RequestTerms & RequestBody;

interface RequestTerms {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Segments under the base path: constants and validated ids. */
  readonly path: readonly string[];
  /** Beside those of every request, and none of the same name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** From now to the last byte of the body, waiting for a connection included. */
  readonly deadlineMs: number;
  /** Whether the gateway calls on its own account; such calls do not tell how callers fare. */
  readonly inBackground?: boolean;
}

/** JSON, or a form as `application/x-www-form-urlencoded` in the order of its fields; nothing is sent when both are absent. */
type RequestBody =
  | { readonly json?: object; readonly form?: never }
  | { readonly form: Readonly<Record<string, string>>; readonly json?: never };

/** A GET that changes nothing and that the peer answers when it works. */
export interface Probe {
  readonly path: readonly string[];
  /** What an answer other than 429 shows; unless told, whatever is no outage shows that the peer works. */
  shows?(answer: RestAnswer): boolean;
}

const probeDeadlineMs = 1_500;

const poolOptions = {
  pipelining: 1,
  // Shorter than any provider keeps a connection, so that we close first and no request meets a closed one.
  keepAliveTimeout: 4_000,
  keepAliveMaxTimeout: 4_000,
  // The exchange counts the bytes itself; this only stands behind it.
  maxResponseSize: 2 * maxBodyBytes,
  // Undici's own limits are late and start anew with every byte, so they only stand behind the deadlines, the longest of which
  // is shorter. They are the pool's, since undici makes a new timer wherever they change from call to call.
  headersTimeout: 60_000,
  bodyTimeout: 60_000,
};

const circuitOpen = unsent('circuit-open');
const tooManyCalls = unsent('too-many-calls');

/**
 * Calls one REST API. It follows no redirect, repeats nothing, decompresses nothing; whatever happens on the way is a
 * value. Only a malformed request throws. A peer that fails too often is left alone until a probe finds it well again, and
 * one that is slow holds up no more than a bounded number of calls.
 */
export class RestClient {
  readonly #address: Address;
  readonly #options: RestClientOptions;
  /** Of every request, names and values by turns: undici takes such a list as it is. */
  readonly #headers: readonly string[];
  readonly #limits: Limits;
  readonly #bulkhead: Bulkhead;
  readonly #circuit: Circuit;
  readonly #retired = new Set<Pool>();
  #pool: Pool;
  #probing: Exchange | null = null;
  #closing: Promise<unknown> | null = null;

  constructor(options: RestClientOptions) {
    this.#options = options;
    this.#address = addressOf(options.baseUrl);
    this.#headers = flat({ ...ownHeaders, ...options.headers });
    this.#limits = limitsOf(options.share ?? 1);
    this.#bulkhead = new Bulkhead(this.#limits);
    this.#pool = this.#newPool();
    this.#circuit = new Circuit({
      clock: options.clock,
      works: (result) => this.#works(result),
      probe: () => this.#probe(options.probe),
      changed: (state) => this.#circuitChanged(state),
    });
  }

  /** One timer, and one promise that the exchange keeps. */
  async call(request: RestRequest): Promise<RestResult> {
    const { inBackground = false } = request;
    const message = this.#messageOf(request);
    if (this.#circuit.isOpen) return this.#turnedAway();
    const { rate } = this.#circuit;
    const exchange = new Exchange();
    let isUnderWay = false;
    const entering = {
      inBackground,
      start: () => {
        isUnderWay = true;
        this.#dispatch(message, exchange);
      },
      refuse: (failure: RestFailure) => exchange.refuse(failure),
    };
    if (!this.#bulkhead.enter(entering)) return tooManyCalls;
    const cancelTimeout = this.#options.clock.after(request.deadlineMs, () => exchange.expire());
    try {
      const result = await exchange.result;
      // What waited here for its turn until its time was up says nothing of the peer.
      if (isUnderWay && !inBackground) this.#circuit.count(result, rate);
      return result;
    } finally {
      cancelTimeout();
      this.#bulkhead.leave(entering);
    }
  }

  /** After an answer that belongs to another request: later calls get fresh connections, running ones finish on theirs. */
  renew(): void {
    const old = this.#pool;
    if (this.#closing !== null) return;
    this.#pool = this.#newPool();
    this.#retired.add(old);
    void old.close().finally(() => this.#retired.delete(old));
  }

  /** Cuts off what still runs: those calls end as lost. */
  async close(): Promise<void> {
    this.#circuit.stop();
    this.#probing?.expire();
    this.#bulkhead.refuseAll(unsent('client-closed'));
    const pools = [this.#pool, ...this.#retired];
    this.#closing ??= Promise.all(pools.map((pool) => pool.destroy()));
    await this.#closing;
  }

  /** The request as undici takes it. */
  #messageOf({ method, path, headers, json, form }: RestRequest): Dispatcher.DispatchOptions {
    const body = bodyOf(json, form);
    return {
      method,
      path: pathUnder(this.#address, path),
      headers: [...this.#headers, ...(body?.headers ?? []), ...flat(headers ?? {})],
      body: body?.text ?? null,
    };
  }

  #dispatch(message: Dispatcher.DispatchOptions, exchange: Exchange): void {
    this.#pool.dispatch(message, exchange);
  }

  #turnedAway(): RestFailure {
    this.#circuit.missed();
    return circuitOpen;
  }

  #circuitChanged(state: 'open' | 'closed'): void {
    if (state === 'open') {
      this.#bulkhead.refuseAll(circuitOpen);
      // Probes are to prove that a connection can be made, and must not queue behind calls that hang.
      this.renew();
    }
    this.#options.circuitChanged?.(state);
  }

  /** Past the bulkhead and the circuit, under its own deadline and until the client closes. */
  async #probe({ path, shows }: Probe): Promise<boolean> {
    const message = this.#messageOf({ method: 'GET', path, deadlineMs: probeDeadlineMs });
    const exchange = new Exchange();
    this.#probing = exchange;
    const cancelTimeout = this.#options.clock.after(probeDeadlineMs, () => exchange.expire(), 'weak');
    this.#dispatch(message, exchange);
    const result = await exchange.result;
    cancelTimeout();
    const works = this.#works(result);
    if (result.kind === 'failure' || works === null) return false;
    return shows === undefined ? works : shows(result);
  }

  /** A 429, whole or cut off, says neither: the call was turned away before anybody tried to serve it. */
  #works(result: RestResult): boolean | null {
    const status = result.kind === 'answer' ? result.status : result.head?.status;
    if (status === 429) return null;
    if (result.kind === 'failure') return false;
    return !(this.#options.isOutage?.(result) ?? result.status >= 500);
  }

  #newPool(): Pool {
    const connect = createConnector(this.#options.clock, this.#options.ca);
    return new Pool(this.#address.origin, { ...poolOptions, connections: this.#limits.running, connect });
  }
}

const ownHeaders = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'cancellation-gateway' };
const jsonHeaders = flat({ 'content-type': 'application/json' });
const formHeaders = flat({ 'content-type': 'application/x-www-form-urlencoded' });

function flat(headers: Readonly<Record<string, string>>): readonly string[] {
  const list: string[] = [];
  for (const [name, value] of Object.entries(headers)) list.push(name, value);
  return list;
}

function bodyOf(json: RestRequest['json'], form: RestRequest['form']) {
  if (json !== undefined) return { text: JSON.stringify(json), headers: jsonHeaders };
  return form === undefined ? null : { text: new URLSearchParams(form).toString(), headers: formHeaders };
}
