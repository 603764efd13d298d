import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { dialects } from '../asks/dialects.ts';
import { isAboutMissing, itemsOf, missing, type Work } from '../asks/work.ts';
import type { Endpoint, LoadReport } from './orders.ts';

const pools = new Map<string, Pool>();
let id = 700_000_000_000;

/** Counts what is asked and what is answered wrongly. */
export class Client {
  #requests = 0;
  #errors = 0;
  #firstError: string | null = null;
  readonly #connections: number;

  /** At most so many connections to each server; they are kept. */
  constructor(connections: number) {
    this.#connections = connections;
  }

  /** Payments that nobody has asked for yet, as many as one request of this work is about. */
  freshIds(work: Work): string[] {
    const prefix = isAboutMissing(work) ? missing : '1';
    return Array.from({ length: itemsOf(work) }, () => {
      id += 1;
      return `${prefix}${id}`;
    });
  }

  /** Asks, and waits for the whole answer. */
  async ask({ url, dialect, tokens }: Endpoint, work: Work, ids: readonly string[]): Promise<void> {
    const ask = dialects[dialect][work];
    if (ask === undefined) throw new Error(`Nobody can ask for ${work} in ${dialect}.`);
    const { method, path, headers, body, status, answer } = ask(ids);
    this.#requests += 1;
    const token = tokens[this.#requests % tokens.length];
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    try {
      const response = await this.#poolOf(url).request({
        method,
        path,
        headers: { ...headers, ...authorization },
        ...(body !== undefined && { body }),
      });
      const text = await response.body.text();
      if (response.statusCode === status && isDeepStrictEqual(JSON.parse(text), answer)) return;
      this.#fail(`${response.statusCode} ${text.slice(0, 300)}`);
    } catch (error) {
      this.#fail(String(error));
    }
  }

  report(): LoadReport {
    return { requests: this.#requests, errors: this.#errors, firstError: this.#firstError };
  }

  #fail(error: string): void {
    this.#errors += 1;
    this.#firstError ??= error;
  }

  #poolOf(url: string): Pool {
    const name = `${url} ${this.#connections}`;
    const pool = pools.get(name) ?? new Pool(url, { connections: this.#connections, pipelining: 1 });
    pools.set(name, pool);
    return pool;
  }
}
