import WebSocket from 'ws';

/** One connection with one subscription, with as little around it as there can be. */
export class Subscriber {
  /** How many states it was told. */
  told = 0;
  outcome: string | null = null;
  isComplete = false;
  /** Why it ended, where it should not have. */
  trouble: string | null = null;
  readonly #socket: WebSocket;

  constructor(url: string, authorization: string, id: string) {
    this.#socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { perMessageDeflate: false });
    this.#socket.on('open', () => this.#say({ type: 'connection_init', payload: { authorization } }));
    this.#socket.on('message', (data) => this.#hear(JSON.parse(String(data)), id));
    this.#socket.on('error', ({ message }) => this.#fail(message));
    this.#socket.on('close', (code) => {
      if (!this.isComplete) this.#fail(`closed with ${code}`);
    });
  }

  end(): void {
    this.#socket.terminate();
  }

  #say(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  #hear(message: Message, id: string): void {
    if (message.type === 'connection_ack') {
      const query =
        'subscription ($id: ID!) { cancellationUpdated(id: $id) { outcome settled nextAction userMessage } }';
      this.#say({ type: 'subscribe', id: '1', payload: { query, variables: { id } } });
    } else if (message.type === 'next') {
      this.told += 1;
      this.outcome = message.payload?.data?.cancellationUpdated.outcome ?? null;
    } else if (message.type === 'complete') this.isComplete = true;
    else if (message.type === 'error') this.#fail(JSON.stringify(message));
  }

  #fail(trouble: string): void {
    this.trouble ??= trouble;
  }
}

interface Message {
  readonly type: string;
  readonly payload?: { readonly data?: { readonly cancellationUpdated: { readonly outcome: string } } };
}
