import { type ChildProcess, spawn } from 'node:child_process';
import { GraphQLClient } from 'graphql-request';
import { bundled } from '../doubles/bundled.ts';

const root = new URL('../..', import.meta.url).pathname;

export interface GatewayProcess {
  readonly child: ChildProcess;
  /** Standard output and standard error so far. */
  output(): string;
  /** `http://127.0.0.1:<port>/graphql`, once it listens. */
  readonly url: Promise<string>;
  readonly exit: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
}

/** Starts the gateway as its own process, with nothing in its environment but what is given. */
export function startProcess(env: NodeJS.ProcessEnv): GatewayProcess {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [bundled('src/main.ts')], {
    cwd: root,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exit = new Promise<Awaited<GatewayProcess['exit']>>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const url = new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk;
      const started = /"event":"serverStarted","url":"([^"]+)"/.exec(output);
      if (started !== null) resolve(`${started[1]}/graphql`);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    void exit.then(() => reject(new Error(`The gateway ended before it listened: ${output}`)));
  });
  url.catch(() => undefined);
  return {
    child,
    output: () => output,
    url,
    exit,
    ask: async (query, variables) => new GraphQLClient(await url).request(query, variables),
  };
}

/** Whether it accepts nobody any more, which its health address shows. */
export async function refusesConnections(gateway: GatewayProcess): Promise<boolean> {
  const health = (await gateway.url).replace('/graphql', '/healthz');
  return fetch(health).then(
    () => false,
    () => true,
  );
}
