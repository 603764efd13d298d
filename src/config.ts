import type { AuthSettings } from './auth/auth-settings.ts';
import { readAuth } from './config/auth-settings.ts';
import { ConfigError } from './config/config-error.ts';
import { readTrustedDocuments, type TrustedDocumentSettings } from './config/document-settings.ts';
import { Environment } from './config/environment.ts';
import { readMaxLiveConnections, readMaxRequestsInFlight, readRateLimits } from './config/limit-settings.ts';
import { reportMisspelled } from './config/misspelled.ts';
import { refuseProvidersInProduction, refuseTelling, unfitForProduction } from './config/production-rules.ts';
import { readTenancy } from './config/read-tenancy.ts';
import {
  type LogLevel,
  logLevels,
  readCorsOrigins,
  readDatabaseUrl,
  readHost,
  readPort,
} from './config/server-settings.ts';
import { singleTenant, type Tenancy } from './config/tenancy.ts';
import type { RateLimitSettings } from './limits/rate-limit-settings.ts';
import type { ConfiguredProvider, ProviderDefinition } from './providers/definition.ts';
import type { Secret } from './providers/secret.ts';

export { ConfigError } from './config/config-error.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly production: boolean;
  /** Whether callers may ask for the schema. */
  readonly introspection: boolean;
  /** Whether a browser that opens the address is shown a page to try the API in. */
  readonly explorer: boolean;
  readonly databaseUrl: Secret;
  readonly corsOrigins: readonly string[];
  readonly auth: AuthSettings;
  readonly logLevel: LogLevel;
  readonly rateLimits: RateLimitSettings;
  readonly maxRequestsInFlight: number;
  /** How many WebSockets may be open; 0 serves none. */
  readonly maxLiveConnections: number;
  /** Which documents may be asked, and what becomes of others. */
  readonly trustedDocuments: TrustedDocumentSettings;
  /** What of it production would refuse, where this is not production and it is likely to surprise; a sentence each. */
  readonly warnings: readonly string[];
  /** Every provider that the gateway knows. */
  readonly definitions: readonly ProviderDefinition[];
  /** Those of them that the environment configures, for its one tenant; may be none. */
  readonly providers: readonly ConfiguredProvider[];
  /** Whose credentials there were at the start. */
  readonly tenancy: Tenancy;
  /**
   * Whose credentials there are now, in the files that the settings name. Throws one `ConfigError` with every mistake but
   * those of one tenant alone, which are in the answer.
   */
  rereadTenancy(): Tenancy;
}

const modes = ['development', 'test', 'production'] as const;
export type Mode = (typeof modes)[number];

/** Where the record store is, for whoever needs nothing else. Throws a `ConfigError`. */
export function readDatabase(env: NodeJS.ProcessEnv): Secret {
  const environment = new Environment(env);
  const databaseUrl = readDatabaseUrl(environment);
  if (environment.mistakes.length > 0) throw new ConfigError(environment.mistakes);
  return databaseUrl;
}

/**
 * The environment, checked; `unless` is the mode where NODE_ENV names none, `execArgv` what Node itself was given on the
 * command line. Throws one `ConfigError` with every mistake. The only reader of the environment; a caller may add entries
 * of its own, as the playground does with the providers of its emulator.
 */
export function readConfig(
  env: NodeJS.ProcessEnv,
  definitions: readonly ProviderDefinition[],
  unless: Mode = 'development',
  execArgv: readonly string[] = [],
): Config {
  const environment = new Environment(env);
  const production = environment.choice('NODE_ENV', modes, unless) === 'production';
  const host = readHost(environment);
  const liveAllowed = environment.flag('ALLOW_LIVE_IN_DEV', false) || production;
  const ofTenants = new Environment(env);
  const readTenants = (environment: Environment) => {
    const tenancy = readTenancy(environment, definitions, liveAllowed);
    if (production) refuseProvidersInProduction(environment, tenancy);
    return tenancy;
  };
  const tenancy = readTenants(ofTenants);
  const auth = readAuth(environment, host, production);
  const config: Omit<Config, 'warnings'> = {
    host,
    port: readPort(environment),
    production,
    databaseUrl: readDatabaseUrl(environment),
    introspection: environment.flag('INTROSPECTION', !production),
    explorer: environment.flag('EXPLORER', !production),
    corsOrigins: readCorsOrigins(environment),
    auth,
    logLevel: environment.choice('LOG_LEVEL', logLevels, 'info'),
    rateLimits: readRateLimits(environment, auth.mode),
    maxRequestsInFlight: readMaxRequestsInFlight(environment),
    maxLiveConnections: readMaxLiveConnections(environment),
    trustedDocuments: readTrustedDocuments(environment),
    definitions,
    providers: tenancy.recordNames === null ? (tenancy.providers.get(singleTenant) ?? []) : [],
    tenancy,
    rereadTenancy: rereading(env, readTenants),
  };
  environment.mistakes.push(...ofTenants.mistakes);
  const unfit = unfitForProduction(environment, config.databaseUrl.reveal(), execArgv);
  if (production) {
    environment.mistakes.push(...unfit);
    refuseTelling(environment);
  }
  reportMisspelled(environment, definitions);
  if (environment.mistakes.length > 0) throw new ConfigError(environment.mistakes);
  return { ...config, warnings: production ? [] : unfit };
}

/** The variables that hold a secret themselves, and are of no use to anybody once they are read. */
export function secretVariables(definitions: readonly ProviderDefinition[]): string[] {
  const secrets = definitions.flatMap(({ settings }) => settings.filter(({ kind }) => kind === 'secret'));
  return ['DATABASE_URL', ...secrets.map(({ name }) => name)];
}

/** Holds the variables by value: the entry points wipe them from the process. */
function rereading(
  env: NodeJS.ProcessEnv,
  readTenants: (environment: Environment) => Tenancy,
): Config['rereadTenancy'] {
  const variables = { ...env };
  return () => {
    const environment = new Environment(variables);
    const tenancy = readTenants(environment);
    const ofTenants = new Set([...tenancy.mistaken.values()].flat());
    const others = environment.mistakes.filter((mistake) => !ofTenants.has(mistake));
    if (others.length > 0) throw new ConfigError(environment.mistakes);
    return tenancy;
  };
}
