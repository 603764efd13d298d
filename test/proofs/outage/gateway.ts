import { subscribe } from 'node:diagnostics_channel';
import { startGateway } from '../../doubles/gateway.ts';

/** The gateway as it runs in production, in a process of its own that tells the bench what it does. */
export type News =
  | { readonly circuit: string; readonly state: string; readonly at: number; readonly attempts: Attempts }
  | { readonly id: string; readonly settled: boolean; readonly outcome: string; readonly createdAt: number }
  | { readonly attempts: Attempts; readonly rss: number };

/** Requests that left, and connections that could not be made for one, by port and method. */
export type Attempts = Record<string, number>;

const attempts: Attempts = {};
const count = (port: string, method: string) => {
  attempts[`${port} ${method}`] = (attempts[`${port} ${method}`] ?? 0) + 1;
};
subscribe('undici:client:connectError', (message) => {
  const { connectParams } = message as { connectParams: { port: string } };
  count(connectParams.port, 'CONNECT');
});
subscribe('undici:client:sendHeaders', (message) => {
  const { request } = message as { request: { origin: string; method: string } };
  count(new URL(request.origin).port, request.method);
});

const tell = (news: News) => void process.send?.(news);
const logDestination = {
  write(line: string) {
    const event = JSON.parse(line);
    // Whoever started it waits for this line.
    if (event.event === 'serverStarted') process.stdout.write(line);
    if (event.event === 'circuitChanged') {
      tell({ circuit: event.provider, state: event.reason, at: Date.now(), attempts: { ...attempts } });
    }
    if (event.event === 'cancellationSettled' || event.event === 'cancellationUnsettled') {
      // A request that was released has ended too: its key may be used again, and nothing is on its way.
      const settled = event.event === 'cancellationSettled' || event.outcome === 'NOT_CANCELLED';
      const createdAt = Date.now() - event.durationMs;
      tell({ id: event.cancellationId, settled, outcome: event.outcome, createdAt });
    }
    if (event.event === 'unexpectedError' || event.event === 'storeFailed') console.error(line.trim());
  },
};
const gateway = await startGateway(process.env, { logDestination, asksAccounts: false });
process.on('message', async (command: 'stats' | 'end') => {
  if (command === 'stats') return tell({ attempts: { ...attempts }, rss: process.memoryUsage.rss() });
  await gateway.close();
  process.exit(0);
});
