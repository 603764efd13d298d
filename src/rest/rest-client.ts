import { Pool } from 'undici';
import { type Address, addressOf, pathUnder } from './address.ts';
import { createConnector } from './connector.ts';
import { Exchange, maxBodyBytes } from './exchange.ts';
import type { RestResult } from './result.ts';
import type { Timer } from './timer.ts';

export interface RestClientOptions {
  /** Origin and base path, e.g. `https://provider.example/ppp/`. */
  readonly baseUrl: string;
  readonly timer: Timer;
  /** PEM of the certificate authority to trust instead of the system's. */
  readonly ca?: string;
}

export interface RestRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Segments under the base path: constants and validated ids. */
  readonly path: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON; nothing is sent when absent. */
  readonly json?: object;
  /** From now to the last byte of the body, waiting for a connection included. */
  readonly deadlineMs: number;
  /** Whether the gateway calls on its own account; such calls do not tell how callers fare. */
  readonly inBackground?: boolean;
}

/** Undici's own limits are late and start anew with every byte, so they only stand behind the deadline. */
const backstopMs = 5_000;

const poolOptions = {
  connections: 64,
  pipelining: 1,
  // Shorter than any provider keeps a connection, so that we close first and no request meets a closed one.
  keepAliveTimeout: 4_000,
  keepAliveMaxTimeout: 4_000,
  // The exchange counts the bytes itself; this only stands behind it.
  maxResponseSize: 2 * maxBodyBytes,
};

/**
 * Calls one REST API. It follows no redirect, repeats nothing, decompresses nothing; whatever happens on the way is a
 * value. Only a malformed request throws.
 */
export class RestClient {
  readonly #address: Address;
  readonly #options: RestClientOptions;
  readonly #retired = new Set<Promise<void>>();
  #pool: Pool;
  #closing: Promise<void> | null = null;

  constructor(options: RestClientOptions) {
    this.#options = options;
    this.#address = addressOf(options.baseUrl);
    this.#pool = this.#newPool();
  }

  async call(request: RestRequest): Promise<RestResult> {
    const path = pathUnder(this.#address, request.path);
    const { origin } = this.#address;
    const body = request.json === undefined ? null : JSON.stringify(request.json);
    const backstop = request.deadlineMs + backstopMs;
    const limits = { headersTimeout: backstop, bodyTimeout: backstop };
    return new Promise((resolve, reject) => {
      const exchange = new Exchange(
        (result) => {
          forget();
          resolve(result);
        },
        (bug) => {
          forget();
          reject(bug);
        },
      );
      const forget = this.#options.timer.after(request.deadlineMs, () => exchange.expire());
      const headers = { ...ownHeaders, ...(body !== null && jsonHeader), ...request.headers };
      this.#pool.dispatch({ origin, method: request.method, path, headers, body, ...limits }, exchange);
    });
  }

  /** After an answer that belongs to another request: later calls get fresh connections, running ones finish on theirs. */
  renew(): void {
    const old = this.#pool;
    if (old.closed) return;
    this.#pool = this.#newPool();
    const closing = old.close().finally(() => this.#retired.delete(closing));
    this.#retired.add(closing);
  }

  /** Cuts off what still runs: those calls end as lost. */
  async close(): Promise<void> {
    this.#closing ??= this.#pool.destroy();
    await Promise.all([this.#closing, ...this.#retired]);
  }

  #newPool(): Pool {
    const connect = createConnector(this.#options.timer, this.#options.ca);
    return new Pool(this.#address.origin, { ...poolOptions, connect });
  }
}

const ownHeaders = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'cancellation-gateway' };
const jsonHeader = { 'content-type': 'application/json' };
