import { type Client, createClient } from 'graphql-ws';

/** graphql-ws leaves it to the app what a missing answer means: here the connection is given up, and opened again. */
export function liveSocket(url: string, freshToken: () => Promise<string>): Client {
  let silence: ReturnType<typeof setTimeout> | undefined;
  const answered = () => clearTimeout(silence);
  const asked = () => {
    clearTimeout(silence);
    silence = setTimeout(() => socket.terminate(), 10_000);
  };
  const socket = createClient({
    url: url.replace(/^http/, 'ws'),
    connectionParams: async () => ({ authorization: `Bearer ${await freshToken()}` }),
    // Unless told so, it gives up at the first connection that is refused, whatever attempts are left.
    shouldRetry: () => true,
    retryAttempts: 3,
    keepAlive: 10_000,
    on: {
      connecting: asked,
      connected: answered,
      ping: (received) => (received ? answered() : asked()),
      pong: answered,
      closed: answered,
    },
  });
  return {
    ...socket,
    subscribe(request, sink) {
      const end = socket.subscribe(request, sink);
      // In Node the last message and the end of it come together. Were this one to end it between the two, graphql-ws would
      // count it twice, and never close the connection.
      return () => queueMicrotask(end);
    },
  };
}
