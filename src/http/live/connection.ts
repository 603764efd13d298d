import {
  type ConnectionInitMessage,
  type Message,
  MessageType,
  type Context as ProtocolContext,
  type SubscribePayload,
} from 'graphql-ws';
import type WebSocket from 'ws';
import type { Caller } from '../../cancellation/target/caller.ts';
import type { CloseCode } from './close-codes.ts';

/** Bytes. */
const longestReason = 123;

/** One WebSocket, from its opening on. Instants by the gateway's clock. */
export class Connection {
  readonly requestId: string;
  readonly socket: WebSocket;
  /** Whom it is for, once that is known. */
  caller: Caller | null = null;
  /** What it showed for that. */
  authorization: readonly string[] = [];
  /** What the protocol knows of it, once it is open. */
  protocol: ProtocolContext | null = null;
  busyAt: number;
  hasAnswered = true;
  cancelExpiry: () => void = () => undefined;
  /** What is asked for, by its id, until somebody takes it. */
  readonly #asked = new Map<string, SubscribePayload>();
  readonly #running = new Set<() => Promise<unknown>>();
  #starting = 0;
  #minute = 0;
  #messages = 0;

  constructor(socket: WebSocket, requestId: string, now: number) {
    this.socket = socket;
    this.requestId = requestId;
    this.busyAt = now;
  }

  /** How many run or start. The protocol counts an id once, however often it comes. */
  get subscriptions(): number {
    return Math.max(Object.keys(this.protocol?.subscriptions ?? {}).length, this.#running.size + this.#starting);
  }

  /** The protocol keeps a message for as long as what it began is: it gets one that weighs next to nothing. */
  lightened(message: Message): Message {
    switch (message.type) {
      case MessageType.ConnectionInit:
        return withTokenAlone(message);
      case MessageType.Subscribe:
        this.#asked.set(message.id, message.payload);
        return { id: message.id, type: message.type, payload: { query: '' } };
      default:
        return message;
    }
  }

  /** What a message that was made lighter asked for. */
  takeAsked(id: string): SubscribePayload {
    const asked = this.#asked.get(id);
    if (asked === undefined) throw new Error('A subscription came that no message had asked for.');
    this.#asked.delete(id);
    return asked;
  }

  /** Counts a subscription until it is known what there is to be told. */
  async starts<Answer>(start: () => Promise<Answer>): Promise<Answer> {
    this.#starting += 1;
    try {
      return await start();
    } finally {
      this.#starting -= 1;
    }
  }

  /** The same results, which end with the connection even where another subscription took the id of theirs. */
  keep<Result>(results: AsyncIterableIterator<Result>): AsyncIterableIterator<Result> {
    const end = async () => {
      this.#running.delete(end);
      return (await results.return?.()) ?? { done: true as const, value: undefined };
    };
    this.#running.add(end);
    return {
      next: async () => {
        const result = await results.next().catch((error) => end().then(() => Promise.reject(error)));
        if (result.done === true) this.#running.delete(end);
        return result;
      },
      return: end,
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  /** Ends all that is told here. */
  async leave(): Promise<void> {
    await Promise.all([...this.#running].map((end) => end()));
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

  /** A reason that no frame can hold, since it repeats what the client said, is left out. */
  close({ code, reason }: CloseCode): void {
    if (this.isOpen) this.socket.close(code, Buffer.byteLength(reason) > longestReason ? '' : reason);
  }

  /** Resolves when the system has taken it, so that nobody makes more for a client that does not read. */
  send(text: string): Promise<void> {
    if (!this.isOpen) return Promise.resolve();
    return new Promise((resolve) => this.socket.send(text, () => resolve()));
  }
}

function withTokenAlone({ type, payload }: ConnectionInitMessage): Message {
  const authorization = payload?.['authorization'];
  return typeof authorization === 'string' ? { type, payload: { authorization } } : { type };
}
