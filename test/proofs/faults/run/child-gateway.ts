import { startProcess } from '../../../doubles/gateway-process.ts';
import type { ToChild, ToParent } from './child.ts';
import type { Gateway, Setup } from './gateway.ts';

export interface ChildGateway extends Gateway {
  /** Ends the process without a word, as a crash does. */
  kill(): Promise<void>;
}

/** Starts a gateway in a process of its own. `env` is added to its environment. */
export async function startChild(setup: Setup, env: NodeJS.ProcessEnv = {}): Promise<ChildGateway> {
  const { child, url, kill } = startProcess(env, {
    program: 'test/proofs/faults/run/child.ts',
    args: [JSON.stringify(setup)],
    stderr: 'inherit',
  });
  const log: string[] = [];
  const jumping: (() => void)[] = [];
  child.on('message', (message: ToParent) => {
    if ('line' in message) log.push(message.line);
    else jumping.shift()?.();
  });
  const jump = (ms: number) =>
    new Promise<void>((resolve) => {
      jumping.push(resolve);
      child.send({ jump: ms } satisfies ToChild);
    });
  return { url: await url, log, jump, kill, close: kill };
}
