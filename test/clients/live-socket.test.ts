import { afterEach, expect, it, vi } from 'vitest';
import { liveSocket } from '../../examples/clients/live-socket.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Brings the last message and the end of a subscription in one turn, as a socket of Node does where one packet holds both. */
class OneTurnSocket {
  static readonly CLOSING = 2;
  static readonly OPEN = 1;
  static readonly closed: number[] = [];
  readonly readyState = OneTurnSocket.OPEN;
  onopen: () => void = () => undefined;
  onmessage: (event: { data: string }) => void = () => undefined;
  onclose: (event: { code: number; reason: string }) => void = () => undefined;

  constructor() {
    setImmediate(() => this.onopen());
  }

  send(text: string): void {
    const { type, id }: { type: string; id?: string } = JSON.parse(text);
    if (type === 'connection_init') setImmediate(() => this.#tell({ type: 'connection_ack' }));
    if (type !== 'subscribe') return;
    setImmediate(() => {
      this.#tell({ type: 'next', id, payload: { data: {} } });
      this.#tell({ type: 'complete', id });
    });
  }

  close(code: number): void {
    OneTurnSocket.closed.push(code);
    this.onclose({ code, reason: '' });
  }

  #tell(message: object): void {
    this.onmessage({ data: JSON.stringify(message) });
  }
}

it('the connection is closed when the last message ends the subscription', async () => {
  vi.stubGlobal('WebSocket', OneTurnSocket);
  const socket = liveSocket('http://127.0.0.1/graphql', async () => 'token');
  await new Promise<void>((resolve) => {
    const end = socket.subscribe(
      { query: 'subscription { x }' },
      { next: () => end(), error: () => resolve(), complete: resolve },
    );
  });
  await expect.poll(() => OneTurnSocket.closed).toEqual([1000]);
});
