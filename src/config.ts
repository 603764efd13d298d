import { ConfigError } from './config/config-error.ts';
import { Environment } from './config/environment.ts';
import { reportMisspelled } from './config/misspelled.ts';
import { type ConfiguredProvider, readProvider } from './config/provider-settings.ts';
import {
  type AuthMode,
  type LogLevel,
  logLevels,
  readAuth,
  readCorsOrigins,
  readDatabaseUrl,
  readHost,
  readPort,
  refuseUnsafeNode,
} from './config/server-settings.ts';
import type { ProviderDefinition } from './providers/definition.ts';
import type { Secret } from './providers/secret.ts';

export { ConfigError } from './config/config-error.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly production: boolean;
  readonly databaseUrl: Secret;
  readonly corsOrigins: readonly string[];
  readonly auth: AuthMode;
  readonly logLevel: LogLevel;
  /** Every provider that the gateway knows. */
  readonly definitions: readonly ProviderDefinition[];
  /** Those of them that are configured; may be none. */
  readonly providers: readonly ConfiguredProvider[];
}

/**
 * The environment, checked. Throws one `ConfigError` with every mistake. The only reader of the environment;
 * a caller may add entries of its own, as the playground does with the providers of its emulator.
 */
export function readConfig(env: NodeJS.ProcessEnv, definitions: readonly ProviderDefinition[]): Config {
  const environment = new Environment(env);
  const mode = environment.choice('NODE_ENV', ['development', 'test', 'production'], 'development');
  const production = mode === 'production';
  const host = readHost(environment);
  const liveAllowed = environment.flag('ALLOW_LIVE_IN_DEV', false) || production;
  const config: Config = {
    host,
    port: readPort(environment),
    production,
    databaseUrl: readDatabaseUrl(environment, production),
    corsOrigins: readCorsOrigins(environment),
    auth: readAuth(environment, host, production),
    logLevel: environment.choice('LOG_LEVEL', logLevels, 'info'),
    definitions,
    providers: definitions
      .map((definition) => readProvider(environment, definition, liveAllowed))
      .filter((provider) => provider !== null),
  };
  if (production) refuseUnsafeNode(environment);
  reportMisspelled(environment, definitions);
  if (environment.mistakes.length > 0) throw new ConfigError(environment.mistakes);
  return config;
}
