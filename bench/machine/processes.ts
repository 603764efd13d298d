import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a process may take to listen, and to end by itself. */
const patienceMs = 20_000;

/** Every program of the bench is started there. */
const root = process.cwd();

export interface Launch {
  /** What Node runs, with the flags before it. */
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** The core it is pinned to; null leaves it to the system. */
  readonly core: number | null;
  /** The root of the repository unless given. */
  readonly cwd?: string;
  /** `ignore` where nobody reads what it writes. */
  readonly stdout?: 'inherit' | 'ignore';
}

/** A process of the bench. It gets the variables given and no other but where programs are. */
export class Child {
  readonly #process: ChildProcess;

  constructor({ args, env, core, cwd = root, stdout = 'inherit' }: Launch) {
    const pin = core === null ? [] : ['taskset', '-c', String(core)];
    const [program = process.execPath, ...rest] = [...pin, process.execPath, ...args];
    const { PATH, HOME } = process.env;
    this.#process = spawn(program, rest, {
      cwd,
      env: { PATH, HOME, ...env },
      stdio: ['ignore', stdout, 'inherit', 'ipc'],
    });
  }

  /** Sends a message and resolves with the next one that comes back. */
  ask<Reply>(message: object): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const child = this.#process;
      const gone = () => reject(new Error(`A process of the bench ended early: ${child.spawnargs.join(' ')}`));
      if (this.#ended) return gone();
      child.once('exit', gone);
      child.once('message', (reply) => {
        child.off('exit', gone);
        resolve(reply as Reply);
      });
      child.send(message);
    });
  }

  /** Resolves when something listens on this port. */
  async listensOn(port: number): Promise<void> {
    const end = Date.now() + patienceMs;
    while (!(await isListening(port))) {
      if (this.#ended || Date.now() > end) throw new Error(`Nothing listens: ${this.#process.spawnargs.join(' ')}`);
      await sleep(50);
    }
  }

  async end(): Promise<void> {
    if (this.#ended) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), patienceMs);
    await gone;
    clearTimeout(timer);
  }

  get #ended(): boolean {
    return this.#process.exitCode !== null || this.#process.signalCode !== null;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('A port was asked for.');
  return address.port;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
  });
}
