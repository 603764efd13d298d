import { fork } from 'node:child_process';
import { once } from 'node:events';
import { bundled } from '../../../doubles/bundled.ts';
import type { ToChild, ToParent } from './child.ts';
import type { Gateway, Setup } from './gateway.ts';

export interface ChildGateway extends Gateway {
  /** Ends the process without a word, as a crash does. */
  kill(): Promise<void>;
}

/** Starts a gateway in a process of its own. `env` is added to its environment. */
export async function startChild(setup: Setup, env: NodeJS.ProcessEnv = {}): Promise<ChildGateway> {
  const { PATH, HOME } = process.env;
  const child = fork(bundled('test/proofs/faults/run/child.ts'), [JSON.stringify(setup)], {
    env: { PATH, HOME, ...env },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const log: string[] = [];
  const jumping: (() => void)[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.on('message', (message: ToParent) => {
      if ('url' in message) resolve(message.url);
      else if ('line' in message) log.push(message.line);
      else jumping.shift()?.();
    });
    child.once('exit', () => reject(new Error('The gateway ended before it listened.')));
  });
  const kill = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const jump = (ms: number) =>
    new Promise<void>((resolve) => {
      jumping.push(resolve);
      child.send({ jump: ms } satisfies ToChild);
    });
  return { url, log, jump, kill, close: kill };
}
