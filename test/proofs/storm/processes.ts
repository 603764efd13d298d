import { type ChildProcess, fork } from 'node:child_process';
import { createServer } from 'node:net';
import { bundled } from '../../doubles/bundled.ts';
import { type GatewayProcess, startProcess } from '../../doubles/gateway-process.ts';
import type { ProviderNews } from './provider.ts';

/** `dist/bundle/gateway.js` after a build, or `src/main.ts` without one. */
export type Entry = 'dist/bundle/gateway.js' | 'src/main.ts';

/** Every process that this one started and that has not ended. */
const alive = new Set<ChildProcess>();

function kept(child: ChildProcess): ChildProcess {
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  child.once('error', () => alive.delete(child));
  return child;
}

export async function endAll(children: Iterable<ChildProcess> = alive): Promise<void> {
  await Promise.all([...children].map(killed));
}

function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

/** A replica of the gateway that comes back on the same port however often it is killed. */
export class Replica {
  readonly url: string;
  readonly failures: string[] = [];
  kills = 0;
  readonly #env: NodeJS.ProcessEnv;
  readonly #entry: Entry;
  #gateway: GatewayProcess | null = null;

  constructor(port: number, entry: Entry, env: NodeJS.ProcessEnv) {
    this.url = `http://127.0.0.1:${port}`;
    this.#entry = entry;
    this.#env = { NODE_ENV: 'test', ...env, PORT: String(port) };
  }

  start(): void {
    const gateway = startProcess(this.#env, {
      program: this.#entry,
      stderr: 'inherit',
      onLine: (line) => {
        if (/"event":"(storeFailed|unexpectedError|circuitChanged)"/.test(line)) this.failures.push(line);
      },
    });
    kept(gateway.child).once('exit', (code, signal) => {
      if (signal !== 'SIGKILL') this.failures.push(`The gateway ended by itself with ${code ?? signal}.`);
    });
    this.#gateway = gateway;
  }

  /** Resolves when it listens, or has ended without. */
  async ready(): Promise<void> {
    await this.#gateway?.url.catch(() => undefined);
  }

  async kill(): Promise<void> {
    if (this.#gateway === null) return;
    this.kills += 1;
    await this.#gateway.kill();
  }

  async end(): Promise<void> {
    await this.#gateway?.kill();
  }
}

export interface Provider {
  readonly port: number;
  end(): Promise<void>;
}

export async function startProvider(ledgerPath: string, seed: number): Promise<Provider> {
  const path = bundled('test/proofs/storm/provider.ts');
  const child = kept(fork(path, [ledgerPath, String(seed)], { execArgv: [] }));
  const { port } = await new Promise<ProviderNews>((resolve, reject) => {
    child.once('message', (news) => resolve(news as ProviderNews));
    child.once('exit', () => reject(new Error('The provider ended early.')));
  });
  return { port, end: () => killed(child) };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
