import { type Client, type ClientOptions, createClient } from 'graphql-ws';
import WebSocket from 'ws';

export const updatesDocument = `subscription ($id: ID!) {
  cancellationUpdated(id: $id) { id outcome settled nextAction errorCode attempts { kind } } }`;

interface Told {
  readonly id: string;
  readonly outcome: string;
  readonly settled: boolean;
  readonly nextAction: string;
  readonly errorCode: string | null;
  readonly attempts: readonly { readonly kind: string }[];
}

/** What one subscription brought, in order, and how it ended. */
export interface Heard {
  readonly updates: Told[];
  readonly errors: { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  /** `open` until it ends: completed by the gateway, refused by it, or cut off with the connection. */
  end: 'open' | 'completed' | 'refused' | 'cut';
  /** The code with which the connection was closed, where that ended it. */
  code: number | null;
  stop(): void;
}

/** A client of graphql-ws, as an app has one; it does not come back unless `options` say so. */
export function liveClient(url: string, options: Partial<ClientOptions> = {}, headers: Record<string, string> = {}) {
  class SocketOfTest extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol, { headers });
    }
  }
  return createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: SocketOfTest,
    retryAttempts: 0,
    retryWait: async () => undefined,
    ...options,
  });
}

export function follow(client: Client, variables: Record<string, unknown>, query: string = updatesDocument): Heard {
  const heard: Heard = { updates: [], errors: [], end: 'open', code: null, stop: () => stop() };
  const stop = client.subscribe<{ cancellationUpdated: Told }>(
    { query, variables },
    {
      next({ data, errors }) {
        if (data) heard.updates.push(data.cancellationUpdated);
        if (errors) heard.errors.push(...errors);
      },
      error(reason) {
        if (Array.isArray(reason)) heard.errors.push(...reason);
        else heard.code = codeOf(reason);
        heard.end = Array.isArray(reason) ? 'refused' : 'cut';
      },
      complete() {
        heard.end = 'completed';
      },
    },
  );
  return heard;
}

function codeOf(reason: unknown): number | null {
  const code = typeof reason === 'object' && reason !== null && 'code' in reason ? reason.code : null;
  return typeof code === 'number' ? code : null;
}
