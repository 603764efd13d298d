import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { cancelAnswer, readAnswer, type WireAnswer, wrongAnswer } from '../../doubles/provider/answers.ts';
import { Provider } from '../../doubles/provider/provider.ts';
import { newTarget, type ProviderTarget } from '../../doubles/provider/target.ts';
import { chanceFrom } from '../storm/chance.ts';

/**
 * The process that plays Mercado Pago's payments: every id stands open until it is cancelled. Of its answers so many in
 * a thousand go wrong. Asked by its parent, it tells how many different keys have cancelled each payment.
 */
export type Ledger = Readonly<Record<string, number>>;

const answersInMs = 5;
const faultsInThousand = Number(process.env['FAULTS_IN_THOUSAND'] ?? 0);
const chance = chanceFrom(1);
const provider = new Provider();
const targets = new Map<string, ProviderTarget>();
const notFound: WireAnswer = { status: '404 Not Found', body: '{"error":"not_found","status":404}' };

/** One of each kind of mishap, in turn: before it is done or after, with an answer, a wrong one or none. */
type Mishap = 'failed' | 'limited' | 'reset' | 'reset, and done' | 'unreadable, and done';
const mishaps: readonly Mishap[] = ['failed', 'limited', 'reset', 'reset, and done', 'unreadable, and done'];
let mishapsSoFar = 0;

function mishap(): Mishap | null {
  if (chance() * 1_000 >= faultsInThousand) return null;
  mishapsSoFar += 1;
  return mishaps[mishapsSoFar % mishaps.length] ?? null;
}

const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
server.keepAliveTimeout = 60_000;

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  request.resume();
  const [, id] = /\/v1\/payments\/(\d+)/.exec(request.url ?? '') ?? [];
  await new Promise((resolve) => setTimeout(resolve, answersInMs));
  // The gateway probes with the payment 1, which nobody has.
  if (id === undefined || id === '1') return send(response, notFound);
  const target = targets.get(id) ?? newTarget(id);
  const fault = mishap();
  if (request.method === 'GET') {
    if (fault?.startsWith('reset')) return void response.socket?.resetAndDestroy();
    return send(response, fault === null ? readAnswer(target) : wrongAnswer({ how: 'failed' }, target));
  }
  targets.set(id, target);
  const key = String(request.headers['x-idempotency-key']);
  if (fault === 'failed') return send(response, wrongAnswer({ how: 'failed' }, target));
  if (fault === 'limited') return send(response, wrongAnswer({ how: 'limited', retryAfterMs: 1_000 }, target));
  if (fault === 'reset') return void response.socket?.resetAndDestroy();
  const answer = cancelAnswer(provider.cancel(target, key), target, key);
  if (fault === 'reset, and done') response.socket?.resetAndDestroy();
  else send(response, fault === null ? answer : { status: '200 OK', body: '<html>' });
}

function send(response: ServerResponse, { status, body, headers }: WireAnswer): void {
  response.writeHead(Number.parseInt(status, 10), { 'content-type': 'application/json', ...headers }).end(body);
}

server.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('message', () => {
  const ledger: Ledger = Object.fromEntries([...targets.values()].map(({ id, executed }) => [id, executed.size]));
  process.send?.(ledger);
});
// Whoever started this process is gone.
process.once('disconnect', () => process.exit(1));
