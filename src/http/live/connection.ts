import type { Context as ProtocolContext } from 'graphql-ws';
import type WebSocket from 'ws';
import type { Caller } from '../../cancellation/target/caller.ts';
import type { CloseCode } from './close-codes.ts';

/** One WebSocket, from its opening on. Instants by the gateway's clock. */
export class Connection {
  readonly requestId: string;
  readonly socket: WebSocket;
  /** Whom it is for, once that is known. */
  caller: Caller | null = null;
  /** What the protocol knows of it, once it is open. */
  protocol: ProtocolContext | null = null;
  checkedAt: number;
  busyAt: number;
  hasAnswered = true;
  cancelExpiry: () => void = () => undefined;
  #minute = 0;
  #messages = 0;

  constructor(socket: WebSocket, requestId: string, now: number) {
    this.socket = socket;
    this.requestId = requestId;
    this.checkedAt = now;
    this.busyAt = now;
  }

  get subscriptions(): number {
    return Object.keys(this.protocol?.subscriptions ?? {}).length;
  }

  get isOpen(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** How many messages came in this minute, this one included. */
  countMessage(now: number): number {
    const minute = Math.floor(now / 60_000);
    this.#messages = minute === this.#minute ? this.#messages + 1 : 1;
    this.#minute = minute;
    return this.#messages;
  }

  close({ code, reason }: CloseCode): void {
    if (this.isOpen) this.socket.close(code, reason);
  }

  /** Resolves when the system has taken it, so that nobody makes more for a client that does not read. */
  send(text: string): Promise<void> {
    if (!this.isOpen) return Promise.resolve();
    return new Promise((resolve) => this.socket.send(text, () => resolve()));
  }
}
