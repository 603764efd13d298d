import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { bundled } from '../../doubles/bundled.ts';
import type { ProviderNews } from './provider.ts';

const root = new URL('../../..', import.meta.url).pathname;
/** Loaded before the gateway: when the storm itself is gone, however it went, its gateways go too. */
const endWithParent = 'data:text/javascript,process.on("disconnect",()=>process.exit(1))';

/** `dist/main.js` after a build, or `src/main.ts` without one. */
export type Entry = 'dist/main.js' | 'src/main.ts';

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
  #child: ChildProcess | null = null;
  #ready: Promise<void> = Promise.resolve();

  constructor(port: number, entry: Entry, env: NodeJS.ProcessEnv) {
    this.url = `http://127.0.0.1:${port}`;
    this.#entry = entry;
    const { PATH, HOME } = process.env;
    this.#env = { PATH, HOME, NODE_ENV: 'test', ...env, PORT: String(port) };
  }

  start(): void {
    const program = this.#entry.endsWith('.ts') ? bundled(this.#entry) : this.#entry;
    const child = kept(
      spawn(process.execPath, ['--import', endWithParent, program], {
        cwd: root,
        env: this.#env,
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      }),
    );
    this.#child = child;
    this.#ready = new Promise((resolve) => {
      child.once('exit', () => resolve());
      linesOf(child, (line) => {
        if (line.includes('"event":"serverStarted"')) resolve();
        if (/"event":"(storeFailed|unexpectedError|circuitChanged)"/.test(line)) this.failures.push(line);
      });
    });
    child.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL') this.failures.push(`The gateway ended by itself with ${code ?? signal}.`);
    });
  }

  /** Resolves when it listens, or has ended without. */
  ready(): Promise<void> {
    return this.#ready;
  }

  async kill(): Promise<void> {
    if (this.#child === null) return;
    this.kills += 1;
    await killed(this.#child);
  }

  async end(): Promise<void> {
    if (this.#child !== null) await killed(this.#child);
  }
}

function linesOf(child: ChildProcess, read: (line: string) => void): void {
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) read(line);
  });
}

export interface Provider {
  readonly port: number;
  end(): Promise<void>;
}

export async function startProvider(ledgerPath: string, seed: number): Promise<Provider> {
  const path = bundled('test/proofs/storm/provider.ts');
  const child = kept(fork(path, [ledgerPath, String(seed)], { execArgv: [], cwd: root }));
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
