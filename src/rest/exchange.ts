import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { errors } from 'undici';
import { ConnectFailure } from './connector.ts';
import { bodyTooLarge, encodedBody, type RestHead, type RestResult, unsent } from './result.ts';

export const maxBodyBytes = 256 * 1024;

/**
 * One request on its way, told as a result. It listens to the dispatcher itself, and not through `Pool.request`, for two
 * facts which that hides: whether the request was ever started, and its deadline while it waits for a free connection.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #settle: (result: RestResult) => void;
  readonly #report: (bug: Error) => void;
  #controller: Dispatcher.DispatchController | null = null;
  #head: RestHead | null = null;
  #size = 0;
  #over = false;
  readonly #chunks: Buffer[] = [];

  constructor(settle: (result: RestResult) => void, report: (bug: Error) => void) {
    this.#settle = settle;
    this.#report = report;
  }

  /** The deadline: ends the exchange, and keeps the request from being sent if it still waits. */
  expire(): void {
    if (this.#controller === null) this.#finish(unsent('deadline-passed'));
    else this.#abandon('deadline passed');
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
    const encoding = this.#head.headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() !== 'identity') this.#abandon(encodedBody);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > maxBodyBytes) this.#abandon(bodyTooLarge);
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const body = new TextDecoder().decode(Buffer.concat(this.#chunks));
    if (this.#head === null) this.#fail('no answer');
    else this.#finish({ kind: 'answer', ...this.#head, body });
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

function headOf(status: number, received: IncomingHttpHeaders): RestHead {
  const entries = Object.entries(received).map(([name, value]) => [name.toLowerCase(), [value].flat()[0] ?? '']);
  const headers: Record<string, string> = Object.fromEntries(entries);
  const requestId = headers['x-request-id'];
  return { status, headers, requestId: requestId && /^[\x21-\x7e]{1,128}$/.test(requestId) ? requestId : null };
}
