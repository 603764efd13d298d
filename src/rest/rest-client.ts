import { Pool } from 'undici';
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
  readonly headers: Readonly<Record<string, string>>;
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
  /** Asked for each time, since secrets may be among them. */
  headers(): Readonly<Record<string, string>>;
  /** What an answer other than 429 shows; unless told, whatever is no outage shows that the peer works. */
  shows?(answer: RestAnswer): boolean;
}

/** Undici's own limits are late and start anew with every byte, so they only stand behind the deadline. */
const backstopMs = 5_000;
const probeDeadlineMs = 1_500;

const poolOptions = {
  pipelining: 1,
  // Shorter than any provider keeps a connection, so that we close first and no request meets a closed one.
  keepAliveTimeout: 4_000,
  keepAliveMaxTimeout: 4_000,
  // The exchange counts the bytes itself; this only stands behind it.
  maxResponseSize: 2 * maxBodyBytes,
};

const circuitOpen = unsent('circuit-open');

/**
 * Calls one REST API. It follows no redirect, repeats nothing, decompresses nothing; whatever happens on the way is a
 * value. Only a malformed request throws. A peer that fails too often is left alone until a probe finds it well again, and
 * one that is slow holds up no more than a bounded number of calls.
 */
export class RestClient {
  readonly #address: Address;
  readonly #options: RestClientOptions;
  readonly #limits: Limits;
  readonly #bulkhead: Bulkhead;
  readonly #circuit: Circuit;
  readonly #closed = new AbortController();
  readonly #retired = new Set<Pool>();
  #pool: Pool;
  #closing: Promise<unknown> | null = null;

  constructor(options: RestClientOptions) {
    this.#options = options;
    this.#address = addressOf(options.baseUrl);
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

  async call(request: RestRequest): Promise<RestResult> {
    const { inBackground = false } = request;
    const path = pathUnder(this.#address, request.path);
    if (this.#circuit.isOpen) return this.#turnedAway();
    const deadline = new AbortController();
    const cancelTimeout = this.#options.clock.after(request.deadlineMs, () => deadline.abort());
    try {
      const place = await this.#bulkhead.acquire(inBackground, deadline.signal);
      if (place.kind === 'failure') return place;
      try {
        const send = () => this.#send(request, path, deadline.signal);
        if (this.#circuit.isOpen) return this.#turnedAway();
        return await (inBackground ? send() : this.#circuit.run(send));
      } finally {
        place.release();
      }
    } finally {
      cancelTimeout();
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
    this.#closed.abort();
    this.#bulkhead.rejectAll(unsent('client-closed'));
    const pools = [this.#pool, ...this.#retired];
    this.#closing ??= Promise.all(pools.map((pool) => pool.destroy()));
    await this.#closing;
  }

  #send(request: RestRequest, path: string, deadline: AbortSignal): Promise<RestResult> {
    const { origin } = this.#address;
    const body = bodyOf(request);
    const backstop = request.deadlineMs + backstopMs;
    const limits = { headersTimeout: backstop, bodyTimeout: backstop };
    const headers = { ...ownHeaders, ...body?.headers, ...request.headers };
    return new Promise((resolve, reject) => {
      const exchange = new Exchange(resolve, reject);
      deadline.addEventListener('abort', () => exchange.expire());
      this.#pool.dispatch(
        { origin, method: request.method, path, headers, body: body?.text ?? null, ...limits },
        exchange,
      );
    });
  }

  #turnedAway(): RestFailure {
    this.#circuit.missed();
    return circuitOpen;
  }

  #circuitChanged(state: 'open' | 'closed'): void {
    if (state === 'open') {
      this.#bulkhead.rejectAll(circuitOpen);
      // Probes are to prove that a connection can be made, and must not queue behind calls that hang.
      this.renew();
    }
    this.#options.circuitChanged?.(state);
  }

  /** Past the bulkhead and the circuit, under its own deadline and that of the client. */
  async #probe({ path, headers, shows }: Probe): Promise<boolean> {
    const deadline = new AbortController();
    const end = () => deadline.abort();
    const cancelTimeout = this.#options.clock.after(probeDeadlineMs, end, 'weak');
    this.#closed.signal.addEventListener('abort', end);
    const request: RestRequest = { method: 'GET', path, headers: headers(), deadlineMs: probeDeadlineMs };
    const result = await this.#send(request, pathUnder(this.#address, path), deadline.signal);
    this.#closed.signal.removeEventListener('abort', end);
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

function bodyOf({
  json,
  form,
}: RestRequest): { readonly text: string; readonly headers: Record<string, string> } | null {
  if (json !== undefined) return { text: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
  if (form === undefined) return null;
  const text = new URLSearchParams(form).toString();
  return { text, headers: { 'content-type': 'application/x-www-form-urlencoded' } };
}
