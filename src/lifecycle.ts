import { StoreUnavailable } from './composition/records.ts';
import { type Config, ConfigError, type Mode, readConfig, secretVariables } from './config.ts';
import { providerDefinitions } from './providers/registry.ts';
import { type RunningServer, type ServerOptions, startServer } from './server.ts';

/** The exit code of a process that was configured wrongly (EX_CONFIG of sysexits). */
const exitCodeOfBadConfig = 78;

/** The exit code of a process whose store thread has died (EX_SOFTWARE of sysexits); whoever supervises starts it anew. */
const exitCodeOfDeadStore = 70;

/**
 * The checked configuration, in the mode `unless` where NODE_ENV names none, with the secrets wiped from `env`, where
 * anything in the process could read them. `execArgv` is what Node itself was given on the command line. Null when there
 * are mistakes, which are printed, one a line, and end the process with 78.
 */
export function configured(env: NodeJS.ProcessEnv, execArgv: readonly string[], unless?: Mode): Config | null {
  try {
    const config = readConfig(env, providerDefinitions, unless, execArgv);
    for (const name of secretVariables(providerDefinitions)) delete env[name];
    return config;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const mistake of error.mistakes) console.error(mistake);
    process.exitCode = exitCodeOfBadConfig;
    return null;
  }
}

/**
 * Runs the gateway until the first SIGTERM or SIGINT, then closes it and what `afterwards` names; a second signal ends
 * the process. A store that dies ends it as well, with 70. A SIGHUP has it read its credentials and manifests anew; where
 * `afterwards` names something, there are none, and it ends both as a terminal that closes means to. Null when it could not start: the
 * reason is printed in one line.
 */
export async function run(
  config: Config,
  options: ServerOptions = {},
  afterwards?: () => Promise<void>,
): Promise<RunningServer | null> {
  try {
    if (config.production) refuseDebugger();
    const starting = startServer(config, options);
    if (afterwards === undefined) reloadOnSignal(starting);
    const server = await starting;
    for (const warning of config.warnings) console.error(`Production would refuse this. ${warning}`);
    closeOnSignal(server, afterwards);
    // What is still open, such as a call to a provider, would keep the process alive without being of use.
    void server.crashed.finally(() => process.exit(exitCodeOfDeadStore));
    return server;
  } catch (error) {
    console.error(reasonOf(error, config));
    process.exitCode = exitCodeOfBadConfig;
    await afterwards?.();
    return null;
  }
}

/** At SIGUSR1 Node opens its debugger, to which everything in the process is readable, unless somebody listens for it. */
function refuseDebugger(): void {
  process.on('SIGUSR1', () => undefined);
}

/** Reads the credentials anew; where the signal comes during the start, as soon as the gateway runs. */
function reloadOnSignal(starting: Promise<RunningServer>): void {
  const reload = (server: RunningServer) => server.reload();
  const neverStarted = () => undefined;
  process.on('SIGHUP', () => void starting.then(reload, neverStarted));
}

function closeOnSignal(server: RunningServer, afterwards?: () => Promise<void>): void {
  const signals: NodeJS.Signals[] = ['SIGTERM', 'SIGINT', ...(afterwards === undefined ? [] : ['SIGHUP' as const])];
  const close = async () => {
    for (const signal of signals) process.off(signal, close);
    await server.close();
    await afterwards?.();
  };
  for (const signal of signals) process.on(signal, close);
}

/** One line for what a setting can mend; everything else is a bug and shows itself. */
function reasonOf(error: unknown, { host, port }: Config): string {
  if (error instanceof StoreUnavailable || error instanceof ConfigError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE') return `PORT ${port} on ${host} is taken: set PORT to a free one, or to 0 for any.`;
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return `HOST and PORT cannot be listened on (${code}).`;
  throw error;
}
