import type { Environment } from './environment.ts';
import { durablePlaceMistake } from './sqlite-place.ts';
import type { Tenancy } from './tenancy.ts';

/** Switches of Node itself that undo what the gateway promises. */
const unsafeOptions = ['--inspect', '--insecure-http-parser'];

const chattyLevels = ['trace', 'debug'];

/** What is only warned of on a developer's machine, and refused where money moves. Each mistake names its variable. */
export function unfitForProduction(
  environment: Environment,
  databaseUrl: string,
  execArgv: readonly string[],
): readonly string[] {
  const nodeOptions = dashed(environment.get('NODE_OPTIONS') ?? '');
  const mistakes: (string | false)[] = [
    environment.get('NODE_TLS_REJECT_UNAUTHORIZED') === '0' &&
      'NODE_TLS_REJECT_UNAUTHORIZED must be unset in production: it disables certificate checks.',
    ...unsafeOptions.flatMap((option) => [
      nodeOptions.includes(option) && `NODE_OPTIONS must not contain ${option} in production.`,
      execArgv.some((argument) => dashed(argument).startsWith(option)) &&
        `node must not be started with ${option} in production.`,
    ]),
    storeMistake(environment, databaseUrl),
    replicasMistake(environment, databaseUrl),
  ];
  return mistakes.filter((mistake) => mistake !== false);
}

/** What is as it should be on a developer's machine, and refused where money moves. */
export function refuseTelling(environment: Environment): void {
  const mistakes: (string | false)[] = [
    ...['INTROSPECTION', 'EXPLORER'].map(
      (name) => environment.flag(name, false) && `${name} must be unset or false in production.`,
    ),
    chattyLevels.includes(environment.get('LOG_LEVEL') ?? '') &&
      'LOG_LEVEL must be info or higher in production: the levels below tell more than a log may keep.',
  ];
  environment.mistakes.push(...mistakes.filter((mistake) => mistake !== false));
}

/** Node takes `_` for `-` in the names of its options. */
function dashed(options: string): string {
  return options.replaceAll('_', '-');
}

function storeMistake(environment: Environment, databaseUrl: string): string | false {
  const name = environment.has('DATABASE_URL_FILE') ? 'DATABASE_URL_FILE' : 'DATABASE_URL';
  if (isShared(databaseUrl)) {
    return /[?&]sslmode=no-verify\b/i.test(databaseUrl) && `${name} must not say sslmode=no-verify in production.`;
  }
  if (databaseUrl.includes(':memory:')) {
    return `${name} must name a file in production: records in memory end with the process.`;
  }
  const mistake = durablePlaceMistake(databaseUrl.replace(/^file:/, ''));
  return mistake !== null && `${name} ${mistake}`;
}

function replicasMistake(environment: Environment, databaseUrl: string): string | false {
  const replicas = environment.wholeNumber('REPLICAS', { min: 1, max: 10_000, fallback: 1 });
  return (
    replicas > 1 &&
    !isShared(databaseUrl) &&
    'REPLICAS must be 1 beside a file of records, which is for one process; many share a PostgreSQL database.'
  );
}

function isShared(databaseUrl: string): boolean {
  return /^postgres(ql)?:/i.test(databaseUrl);
}

/**
 * The same of the providers, wherever their settings stand. An emulator speaks http:// alone, so that no gateway in
 * production can take one for a provider.
 */
export function refuseProvidersInProduction(environment: Environment, { recordNames, providers }: Tenancy): void {
  for (const name of environment.plainAddresses) {
    environment.mistakes.push(`${name} must begin with https:// in production.`);
  }
  if (recordNames === null && [...providers.values()].flat().length === 0) {
    environment.mistakes.push(
      'TENANTS_FILE is unset, and so are the settings of every provider: production needs those of one.',
    );
  }
}
