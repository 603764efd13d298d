import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { errors } from 'undici';
import { ConnectFailure } from './connector.ts';
import { bodyTooLarge, encodedBody, type RestFailure, type RestHead, type RestResult, unsent } from './result.ts';

export const maxBodyBytes = 256 * 1024;

const utf8 = new TextDecoder();

/**
 * One request on its way, told as a result. It listens to the dispatcher itself, and not through `Pool.request`, for two
 * facts which that hides: whether the request was ever started, and its deadline while it waits for its turn. It is also
 * what a call costs: no signal, no stream, and of the headers only those that somebody reads.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  /** Rejects when the request was malformed, and never otherwise. */
  readonly result: Promise<RestResult>;
  #settle: (result: RestResult) => void = () => {};
  #report: (bug: Error) => void = () => {};
  #controller: Dispatcher.DispatchController | null = null;
  #head: RestHead | null = null;
  #size = 0;
  #over = false;
  readonly #chunks: Buffer[] = [];

  constructor() {
    this.result = new Promise((resolve, reject) => {
      this.#settle = resolve;
      this.#report = reject;
    });
  }

  /** The deadline: ends the exchange, and keeps the request from being sent if it still waits. */
  expire(): void {
    if (this.#controller === null) this.refuse(unsent('deadline-passed'));
    else this.#abandon('deadline passed');
  }

  /** Ends what was not started. */
  refuse(failure: RestFailure): void {
    this.#finish(failure);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // A request that was given up while it waited must not go out now, and none may go out twice. Undici makes a throw here
    // an error of this one request; an abort would close the connection as well.
    if (this.#over || this.#controller !== null) throw new Error('not to be sent');
    this.#controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    this.#head = headOf(status, headers);
    const encoding = firstOf(headers['content-encoding']) ?? 'identity';
    if (encoding.toLowerCase() !== 'identity') this.#abandon(encodedBody);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > maxBodyBytes) this.#abandon(bodyTooLarge);
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.#head === null) this.#fail('no answer');
    else this.#finish({ kind: 'answer', ...this.#head, body: textOf(this.#chunks) });
  }

  onResponseError(_: Dispatcher.DispatchController | null, error: Error & { code?: string }): void {
    // Undici found our own request malformed: a bug, told as one.
    if (error instanceof errors.InvalidArgumentError) this.#report(error);
    else if (this.#controller !== null) this.#fail(error.code ?? error.name);
    else if (error instanceof ConnectFailure) this.#finish(unsent(error.reason, error.systemCode));
    else this.#finish(unsent('connect-failed', error.code ?? error.name));
  }

  #abandon(reason: string): void {
    this.#fail(reason);
    this.#controller?.abort(new Error(reason));
  }

  #fail(reason: string): void {
    this.#finish({ kind: 'failure', sent: 'maybe', reason, head: this.#head });
  }

  #finish(result: RestResult): void {
    if (this.#over) return;
    this.#over = true;
    this.#settle(result);
  }
}

const plainId = /^[\x21-\x7e]{1,128}$/;

/** Undici gives the names in lower case. */
function headOf(status: number, headers: IncomingHttpHeaders): RestHead {
  const requestId = firstOf(headers['x-request-id']);
  const retryAfter = firstOf(headers['retry-after']) ?? null;
  return { status, retryAfter, requestId: requestId !== undefined && plainId.test(requestId) ? requestId : null };
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Most bodies come in one piece, which is read where it lies. */
function textOf(chunks: readonly Buffer[]): string {
  return utf8.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
}
