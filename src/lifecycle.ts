import { type Config, ConfigError, readConfig } from './config.ts';
import { providerDefinitions } from './providers/registry.ts';
import type { RunningServer } from './server.ts';

/** The exit code of a process that was configured wrongly (EX_CONFIG of sysexits). */
const exitCodeOfBadConfig = 78;

/** The checked configuration; null when it has mistakes, which are printed, one a line, and end the process with 78. */
export function configured(env: NodeJS.ProcessEnv): Config | null {
  try {
    return readConfig(env, providerDefinitions);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const mistake of error.mistakes) console.error(mistake);
    process.exitCode = exitCodeOfBadConfig;
    return null;
  }
}

/** Closes the server, and what else `afterwards` names, at the first SIGTERM or SIGINT. A second one ends the process. */
export function closeOnSignal(server: RunningServer, afterwards: () => Promise<void> = async () => undefined): void {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const close = async () => {
    for (const signal of signals) process.off(signal, close);
    await server.close();
    await afterwards();
  };
  for (const signal of signals) process.on(signal, close);
}
