import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

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
/** How many distinct keys executed a cancel, by target. */
const ledger = new Map<string, Set<string>>();

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
    if (this.mode === 'hang') return this.#hang(response, isCancel && !isProbe ? () => execute(id, key) : null);
    const fails = this.mode === '500' || (this.mode === 'brown-out' && Math.random() < 0.5);
    if (fails) return send(response, 500, { message: 'internal_error', error: 'internal_error', status: 500 });
    if (isProbe) return send(response, 404, { message: 'not found', error: 'not_found', status: 404 });
    if (isCancel) execute(id, key);
    const status = ledger.has(id) ? 'cancelled' : 'pending';
    if (!path.includes('/cancellations')) return send(response, 200, { id: Number(id), status });
    send(response, 200, { paymentId: id, requestId: key, cancellationId: `C${id}`, code: null, message: null });
  }

  /** Nobody hears whether it was carried out: every other cancel is. */
  #hang(response: ServerResponse, effect: (() => void) | null): void {
    if (effect !== null && this.counts.cancels % 2 === 0) effect();
    this.counts.hanging += 1;
    this.counts.mostHanging = Math.max(this.counts.mostHanging, this.counts.hanging);
    const timer = setTimeout(() => send(response, 504, {}), hangMs);
    response.on('close', () => {
      clearTimeout(timer);
      this.counts.hanging -= 1;
    });
  }
}

function execute(id: string, key: string): void {
  const keys = ledger.get(id) ?? new Set();
  ledger.set(id, keys.add(key));
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const sides: Record<Side, PlayedProvider> = { a: new PlayedProvider(), b: new PlayedProvider() };
await Promise.all([sides.a.listen(), sides.b.listen()]);
const reply = (message: Reply) => void process.send?.(message);
process.on('message', async (command: Command) => {
  if (command === 'end') process.exit(0);
  if (command === 'counts') return reply({ counts: { a: { ...sides.a.counts }, b: { ...sides.b.counts } } });
  if (command === 'ledger') {
    return reply({ ledger: Object.fromEntries([...ledger].map(([id, keys]) => [id, keys.size])) });
  }
  sides[command.side].counts.mostHanging = 0;
  await sides[command.side].become(command.mode);
  reply('done');
});
// The bench that started this process is gone.
process.on('disconnect', () => process.exit(0));
reply({ ports: { a: sides.a.port, b: sides.b.port } });
