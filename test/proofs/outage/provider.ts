import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { cancelAnswer, internalError, readAnswer, type WireAnswer } from '../../doubles/provider/answers.ts';
import { Provider } from '../../doubles/provider/provider.ts';
import { newTarget, type ProviderTarget } from '../../doubles/provider/target.ts';

/**
 * A process that plays both providers of the bench, each on a port of its own: it answers, fails, hangs or refuses
 * connections as told, counts what arrives, and keeps a ledger of the cancels it really carried out.
 */
export type Mode = 'ok' | 'refuse' | 'hang' | '500' | 'brown-out';
export type Side = 'a' | 'b';
export interface Counts {
  readonly cancels: number;
  readonly reads: number;
  readonly probes: number;
  readonly hanging: number;
  readonly mostHanging: number;
}
export type Command = { readonly mode: Mode; readonly side: Side } | 'counts' | 'ledger' | 'end';
export type Reply =
  | { readonly ports: Record<Side, number> }
  | { readonly counts: Record<Side, Counts> }
  | { readonly ledger: Record<string, number> }
  | 'done';

const hangMs = 30_000;
const provider = new Provider();
const targets = new Map<string, ProviderTarget>();
const gatewayTimeout: WireAnswer = { status: '504 Gateway Timeout', body: '{}' };
const notFound: WireAnswer = {
  status: '404 Not Found',
  body: '{"message":"not found","error":"not_found","status":404}',
};

class PlayedProvider {
  readonly server: Server;
  readonly counts = { cancels: 0, reads: 0, probes: 0, hanging: 0, mostHanging: 0 };
  mode: Mode = 'ok';
  port = 0;

  constructor() {
    this.server = createServer((request, response) => void this.#answer(request, response));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address !== null && typeof address === 'object') this.port = address.port;
  }

  async become(mode: Mode): Promise<void> {
    if (mode === this.mode) return;
    if (mode === 'refuse') {
      this.server.closeAllConnections();
      await new Promise((resolve) => this.server.close(resolve));
    } else if (this.mode === 'refuse') await this.listen();
    this.mode = mode;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return;
    }
    const path = request.url ?? '';
    const id = /payments\/([0-9A-F]+)/.exec(path)?.[1] ?? '';
    const isProbe = path.endsWith('/manifest') || id === '1';
    const isCancel = request.method !== 'GET';
    this.counts[isProbe ? 'probes' : isCancel ? 'cancels' : 'reads'] += 1;

    const body = Buffer.concat(chunks).toString();
    const key = isCancel ? `${request.headers['x-idempotency-key'] ?? JSON.parse(body).requestId}` : '';
    if (this.mode === 'hang')
      return this.#hang(response, isCancel && !isProbe ? () => provider.cancel(targetOf(id), key) : null);
    const fails = this.mode === '500' || (this.mode === 'brown-out' && Math.random() < 0.5);
    if (fails) return send(response, internalError);
    if (isProbe) return send(response, notFound);
    const target = targetOf(id);
    if (!isCancel) return send(response, readAnswer(target));
    send(response, cancelAnswer(provider.cancel(target, key), target, key));
  }

  /** Nobody hears whether it was carried out: every other cancel is. */
  #hang(response: ServerResponse, effect: (() => unknown) | null): void {
    if (effect !== null && this.counts.cancels % 2 === 0) effect();
    this.counts.hanging += 1;
    this.counts.mostHanging = Math.max(this.counts.mostHanging, this.counts.hanging);
    const timer = setTimeout(() => send(response, gatewayTimeout), hangMs);
    response.on('close', () => {
      clearTimeout(timer);
      this.counts.hanging -= 1;
    });
  }
}

function targetOf(id: string): ProviderTarget {
  // It cancels once for every key, whatever the API: the ledger shows who asked for a cancel twice.
  const target = targets.get(id) ?? newTarget(id, { behaviour: 'conforming' });
  targets.set(id, target);
  return target;
}

function send(response: ServerResponse, { status, body }: WireAnswer): void {
  response.writeHead(Number.parseInt(status, 10), { 'content-type': 'application/json' }).end(body);
}

const sides: Record<Side, PlayedProvider> = { a: new PlayedProvider(), b: new PlayedProvider() };
await Promise.all([sides.a.listen(), sides.b.listen()]);
const reply = (message: Reply) => void process.send?.(message);
process.on('message', async (command: Command) => {
  if (command === 'end') process.exit(0);
  if (command === 'counts') return reply({ counts: { a: { ...sides.a.counts }, b: { ...sides.b.counts } } });
  if (command === 'ledger') {
    return reply({ ledger: Object.fromEntries([...targets.values()].map(({ id, executed }) => [id, executed.size])) });
  }
  sides[command.side].counts.mostHanging = 0;
  await sides[command.side].become(command.mode);
  reply('done');
});
// The bench that started this process is gone.
process.on('disconnect', () => process.exit(0));
reply({ ports: { a: sides.a.port, b: sides.b.port } });
