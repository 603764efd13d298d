import { createCancellationClient } from '@cancellation-gateway/client';
import { liveSocket } from '../live-socket.ts';

export function connect(url: string, freshToken: () => Promise<string>) {
  const socket = liveSocket(url, freshToken);
  return createCancellationClient({
    url,
    headers: async () => ({ authorization: `Bearer ${await freshToken()}` }),
    subscribe: (request, sink) => socket.subscribe(request, sink),
  });
}
