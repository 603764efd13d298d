import { createCancellationClient } from '@cancellation-gateway/client';
import { createClient } from 'graphql-ws';

export function connect(url: string, freshToken: () => Promise<string>) {
  const socket = createClient({
    url: url.replace(/^http/, 'ws'),
    connectionParams: async () => ({ authorization: `Bearer ${await freshToken()}` }),
  });
  return createCancellationClient({
    url,
    headers: async () => ({ authorization: `Bearer ${await freshToken()}` }),
    subscribe: (request, sink) => socket.subscribe(request, sink),
  });
}
