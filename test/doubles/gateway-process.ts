import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { GraphQLClient } from 'graphql-request';
import { answerKeeper, keepLog } from '../canary.ts';
import { runEnvironment } from '../temporary-directory.ts';
import { bundled } from './bundled.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Loaded before the program: when who started it is gone, however it went, it goes too. Until then it ends by itself. */
const endWithParent = `data:text/javascript,${encodeURIComponent(
  'process.on("disconnect", () => process.exit(1)); process.channel?.unref();',
)}`;

/** The gateway as a process of its own. */
export interface GatewayProcess {
  readonly child: ChildProcess;
  /** The whole lines of standard output so far: one JSON object each, of `main.ts`. */
  readonly log: readonly string[];
  /** Standard output and standard error so far; the latter only where it is not inherited. */
  output(): string;
  /** `http://127.0.0.1:<port>/graphql`, once it listens; rejected when it ends without. */
  readonly url: Promise<string>;
  readonly exit: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  ask<T = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Ends it without a word, as a crash does. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Tells it to end, as a deployment does. Resolves when it is gone. */
  stop(): Promise<void>;
}

export interface ProcessOptions {
  /** From the root of the repository: TypeScript, which is bundled, or a file of the build. `src/main.ts` unless given. */
  readonly program?: string;
  readonly args?: readonly string[];
  /** For Node itself, before the program. */
  readonly execArgv?: readonly string[];
  /** `inherit` where a person watches the run. */
  readonly stderr?: 'pipe' | 'inherit';
  /** Called with every whole line of standard output. */
  readonly onLine?: (line: string) => void;
}

/** Starts the gateway with nothing in its environment but what is given, and where the files of the run lie. */
export function startProcess(env: NodeJS.ProcessEnv, options: ProcessOptions = {}): GatewayProcess {
  const { program = 'src/main.ts', args = [], execArgv = [], stderr = 'pipe', onLine } = options;
  const { PATH, HOME } = process.env;
  // A long proof would fill the disk.
  const keeper = process.env['VITEST'] === undefined ? [] : ['--import', answerKeeper()];
  const file = program.endsWith('.ts') ? bundled(program) : program;
  const child = spawn(process.execPath, ['--import', endWithParent, ...keeper, ...execArgv, file, ...args], {
    cwd: root,
    env: { PATH, HOME, ...runEnvironment(), ...env },
    stdio: ['ignore', 'pipe', stderr, 'ipc'],
  });
  const exit = new Promise<Awaited<GatewayProcess['exit']>>((resolve) => {
    child.once('close', (code, signal) => {
      keepLog(output());
      resolve({ code, signal });
    });
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const output = () => Buffer.concat(chunks).toString();
  const log: string[] = [];
  const url = new Promise<string>((resolve, reject) => {
    const lines = child.stdout && createInterface({ input: child.stdout });
    lines?.on('line', (line) => {
      log.push(line);
      onLine?.(line);
      const [, started] = /"event":"serverStarted","url":"([^"]+)"/.exec(line) ?? [];
      if (started !== undefined) resolve(`${started}/graphql`);
    });
    void exit.then(() => reject(new Error(`The gateway ended before it listened: ${output()}`)));
  });
  url.catch(() => undefined);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await exit;
  };
  return {
    child,
    log,
    output,
    url,
    exit,
    ask: async (query, variables) => new GraphQLClient(await url).request(query, variables),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
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
