import { readConfig } from '../../src/config.ts';
import type { ProviderDefinition } from '../../src/providers/definition.ts';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { type ServerOptions, startServer } from '../../src/server.ts';
import { keepAnswers, keepLog } from '../canary.ts';
import { freshDatabase } from './fresh-database.ts';
import { StoreWatch } from './store-watch.ts';
import { VirtualClock } from './virtual-clock.ts';

/** The real gateway over real HTTP, in this process. */
export interface Gateway {
  /** `http://127.0.0.1:<port>/graphql`, as it runs now. */
  readonly url: string;
  /** One JSON object per line that it logged; empty where the lines go to a destination of the caller's. */
  readonly log: readonly string[];
  /** Ends it and starts another on the same store, under another port. */
  restart(): Promise<void>;
  /** Has it read its credentials anew, as a SIGHUP does. */
  reload(): Promise<void>;
  close(): Promise<void>;
}

export interface GatewayOptions extends ServerOptions {
  /** The providers that there are, where not those of production. */
  readonly definitions?: readonly ProviderDefinition[];
  /** Whether it behaves as in production, but for its settings: those let it talk to providers of this machine. */
  readonly production?: boolean;
}

/**
 * Starts a gateway with its settings read as in production. `env` says where the providers are; unless it says otherwise,
 * the port is a free one of this machine and the store a new one.
 */
export async function startGateway(
  env: NodeJS.ProcessEnv,
  { definitions = providerDefinitions, production = false, ...options }: GatewayOptions = {},
): Promise<Gateway> {
  const { DATABASE_URL = freshDatabase() } = env;
  const read = readConfig({ NODE_ENV: 'test', PORT: '0', ...env, DATABASE_URL }, definitions);
  const config = production ? { ...read, production, introspection: false, explorer: false } : read;
  const log: string[] = [];
  const logDestination = { write: (line: string) => log.push(line) };
  const watch = new StoreWatch();
  const start = () => startServer(config, { logDestination, openStore: watch.open, ...options });
  if (options.clock instanceof VirtualClock) options.clock.holdWhile(() => watch.isBusy);

  keepAnswers();
  let server = await start();
  return {
    log,
    get url() {
      return `${server.url}/graphql`;
    },
    async restart() {
      await server.close();
      server = await start();
    },
    reload: () => server.reload(),
    async close() {
      await server.close();
      keepLog(log.join(''));
    },
  };
}
