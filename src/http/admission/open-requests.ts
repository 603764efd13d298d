import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Knows when a request is over: its response has closed, or its connection has. */
export class OpenRequests {
  readonly #on = new WeakMap<Socket, Set<() => void>>();

  /**
   * Calls back once. The response alone does not tell: one that waits behind another of its connection never closes
   * when the connection does.
   */
  onceOver({ socket }: IncomingMessage, response: ServerResponse, callback: () => void): void {
    const open = this.#openOn(socket);
    const over = () => {
      if (open.delete(over)) callback();
    };
    open.add(over);
    response.on('close', over);
  }

  /** A connection gets one listener, however many requests it brings. */
  #openOn(socket: Socket): Set<() => void> {
    const known = this.#on.get(socket);
    if (known !== undefined) return known;
    const open = new Set<() => void>();
    this.#on.set(socket, open);
    socket.once('close', () => {
      for (const over of open) over();
    });
    return open;
  }
}
