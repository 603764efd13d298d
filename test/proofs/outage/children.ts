import { type ChildProcess, fork } from 'node:child_process';
import { bundled } from '../../doubles/bundled.ts';
import { freshDatabase } from '../../doubles/fresh-database.ts';
import { startProcess } from '../../doubles/gateway-process.ts';
import type { Attempts, News } from './gateway.ts';
import type { Command, Counts, Mode, Reply, Side } from './provider.ts';

/** How long a process may take to end by itself. */
const graceMs = 20_000;

/** The two processes of the bench, and all that the gateway told. */
export class World {
  readonly circuit: { provider: string; state: string; at: number; attempts: Attempts }[] = [];
  /** Cancellations that a run left open, and when each was settled. */
  readonly open = new Map<string, { createdAt: number; settledAt: number | null }>();
  readonly outcomes = new Map<string, string>();
  url = '';
  ports: Record<Side, number> = { a: 0, b: 0 };
  readonly #provider = startProvider();
  #gateway: ChildProcess | null = null;

  async begin(): Promise<void> {
    this.ports = await this.#reply(this.#provider, (reply: Reply) => (reply as { ports?: World['ports'] }).ports);
    const env = {
      NODE_ENV: 'test',
      PORT: '0',
      // A provider that hangs keeps more waiting than are usually taken in; here every request is to meet it.
      MAX_REQUESTS_IN_FLIGHT: '65536',
      DATABASE_URL: freshDatabase(),
      MERCADO_PAGO_BASE_URL: `http://127.0.0.1:${this.ports.a}`,
      MERCADO_PAGO_ACCESS_TOKEN: 'TEST-bench',
      VTEX_PROVIDER_BASE_URL: `http://127.0.0.1:${this.ports.b}/ppp`,
      VTEX_APP_KEY: 'bench',
      VTEX_APP_TOKEN: 'bench-token',
    };
    const gateway = startProcess(env, { program: 'test/proofs/outage/gateway.ts', stderr: 'inherit' });
    this.#gateway = gateway.child;
    this.#gateway.on('message', (news: News) => this.#onNews(news));
    this.url = new URL(await gateway.url).origin;
  }

  async mode(side: Side, mode: Mode): Promise<number> {
    await this.#ask({ side, mode }, (reply) => (reply === 'done' ? true : undefined));
    return Date.now();
  }

  counts(): Promise<Record<Side, Counts>> {
    return this.#ask('counts', (reply) => (typeof reply === 'object' && 'counts' in reply ? reply.counts : undefined));
  }

  /** How many different keys executed a cancel, by target. */
  ledger(): Promise<Record<string, number>> {
    return this.#ask('ledger', (reply) => (typeof reply === 'object' && 'ledger' in reply ? reply.ledger : undefined));
  }

  stats(): Promise<{ attempts: Attempts; rss: number }> {
    const gateway = this.#gateway;
    if (gateway === null) throw new Error('The gateway has not been started.');
    gateway.send('stats');
    return this.#reply(gateway, (news: News) => ('rss' in news ? news : undefined));
  }

  async end(): Promise<void> {
    await Promise.all([this.#gateway, this.#provider].map((child) => child && ended(child)));
  }

  #onNews(news: News): void {
    if ('circuit' in news) this.circuit.push({ provider: news.circuit, ...news });
    if (!('settled' in news)) return;
    this.outcomes.set(news.id, news.outcome);
    const known = this.open.get(news.id);
    if (!news.settled) this.open.set(news.id, known ?? { createdAt: news.createdAt, settledAt: null });
    else if (known !== undefined) known.settledAt = Date.now();
  }

  #ask<T>(command: Command, found: (reply: Reply) => T | undefined): Promise<T> {
    this.#provider.send(command);
    return this.#reply(this.#provider, found);
  }

  #reply<M, T>(child: ChildProcess, found: (message: M) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const gone = () => reject(new Error('A process of the bench ended early.'));
      const listen = (message: unknown) => {
        const value = found(message as M);
        if (value === undefined) return;
        child.off('message', listen).off('exit', gone);
        resolve(value);
      };
      child.on('message', listen).once('exit', gone);
    });
  }
}

function startProvider(): ChildProcess {
  const { PATH, HOME } = process.env;
  return fork(bundled('test/proofs/outage/provider.ts'), { execArgv: [], env: { PATH, HOME }, stdio: 'inherit' });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.send('end');
  const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
}
