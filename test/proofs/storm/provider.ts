import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { internalError, type WireAnswer } from '../../doubles/provider/answers.ts';
import { between, chanceFrom, sleep } from './chance.ts';
import { ProviderLedger } from './provider-ledger.ts';

/**
 * The process that plays Mercado Pago and a VTEX provider, slow and unreliable but never killed. A cancel is carried out at
 * a moment of its own between arrival and answer, mostly also when whoever asked is gone by then.
 */
export type ProviderNews = { readonly port: number };

const cancelTakesMs = 3_000;
/** Below the time that the gateway gives a read-back, or it would mostly read nothing. */
const readTakesMs = 1_000;
const shares = { lostAnswers: 0.02, failuresAfter: 0.005, failuresBefore: 0.005, droppedWhenGone: 0.2 };

const [ledgerPath = '', seed = '0'] = process.argv.slice(2);
const chance = chanceFrom(Number(seed));
const ledger = new ProviderLedger(ledgerPath, chance);
const connections = new WeakMap<Socket, number>();
let accepted = 0;

const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
server.on('connection', (socket) => connections.set(socket, ++accepted));
server.keepAliveTimeout = 60_000;

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { url = '', socket, method } = request;
  const [, target] = /\/(?:payments|orders)\/([0-9A-Z]+)/.exec(url) ?? [];
  // What the gateway probes for is nowhere; any answer shows that the provider works.
  if (target === undefined || target === '1')
    return send(response, { status: '404 Not Found', body: '{"error":"not_found"}' });
  ledger.register(target);
  if (method === 'GET') {
    await sleep(between(chance, 0, readTakesMs));
    return answerOrFail(response, chance(), () => ledger.read(target));
  }
  const body = Buffer.concat(chunks).toString();
  const key = `${request.headers['x-idempotency-key'] ?? JSON.parse(body).requestId}`;
  const connection = connections.get(socket) ?? 0;
  const takesMs = between(chance, 0, cancelTakesMs);
  const beforeMs = between(chance, 0, takesMs);
  const [fault, drop] = [chance(), chance() < shares.droppedWhenGone];
  await sleep(beforeMs);
  if (drop && socket.destroyed) return;
  return answerOrFail(response, fault, () => ledger.cancel(target, key, connection), takesMs - beforeMs);
}

/** Does it and answers, unless chance has it that the answer is lost, or a failure before or after it was done. */
async function answerOrFail(
  response: ServerResponse,
  fault: number,
  act: () => WireAnswer,
  answerInMs = 0,
): Promise<void> {
  const { lostAnswers, failuresAfter, failuresBefore } = shares;
  const fails = fault >= lostAnswers && fault < lostAnswers + failuresAfter + failuresBefore;
  const answer = fault >= lostAnswers + failuresAfter && fails ? null : act();
  await sleep(answerInMs);
  if (fault < lostAnswers) response.socket?.resetAndDestroy();
  else if (fails || answer === null) send(response, internalError);
  else send(response, answer);
}

function send(response: ServerResponse, { status, body }: WireAnswer): void {
  response.writeHead(Number.parseInt(status, 10), { 'content-type': 'application/json' }).end(body);
}

// The storm that started this process is gone.
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ port } satisfies ProviderNews);
});
