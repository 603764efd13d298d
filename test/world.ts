import { join } from 'node:path';
import { GraphQLClient } from 'graphql-request';
import { readConfig } from '../src/config.ts';
import { type Emulator, gatewayVariables, startEmulator } from '../src/emulator/index.ts';
import { providerDefinitions } from '../src/providers/registry.ts';
import { type RunningServer, type ServerOptions, startServer } from '../src/server.ts';
import { VirtualClock } from './doubles/virtual-clock.ts';
import { getSdk, type Sdk } from './generated/sdk.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** The real gateway over real HTTP, against the emulator, on free ports and a store of its own. */
export interface World {
  readonly emulator: Emulator;
  readonly clock: VirtualClock;
  readonly sdk: Sdk;
  /** `http://127.0.0.1:<port>/graphql` of the gateway as it runs now. */
  readonly url: string;
  /** One JSON object per line that the gateway logged. */
  readonly log: readonly string[];
  /** Sends a document as a client would, without code generated for it. */
  ask<T = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Ends the gateway and starts another on the same store. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions extends ServerOptions {
  /** More variables of the environment, or other values for those of the emulator. */
  readonly env?: NodeJS.ProcessEnv;
}

export async function startWorld({ env, ...options }: WorldOptions = {}): Promise<World> {
  const clock = new VirtualClock(Date.now()).run();
  const emulator = await startEmulator({ clock });
  const log: string[] = [];
  const store = join(temporaryDirectory('gateway'), 'cancellations.db');
  const config = readConfig({ ...gatewayEnv(emulator), DATABASE_URL: `file:${store}`, ...env }, providerDefinitions);
  const logDestination = { write: (line: string) => log.push(line) };
  const start = () => startServer(config, { clock, logDestination, ...options });

  let server: RunningServer = await start();
  const world: World = {
    emulator,
    clock,
    log,
    get url() {
      return `${server.url}/graphql`;
    },
    get sdk() {
      return getSdk(new GraphQLClient(this.url));
    },
    ask: (query, variables) => new GraphQLClient(world.url).request(query, variables),
    async restart() {
      await server.close();
      server = await start();
    },
    async close() {
      await server.close();
      await emulator.close();
      clock.stop();
    },
  };
  return world;
}

/** The environment of a gateway that talks to an emulator. */
export function gatewayEnv(emulator: Emulator): NodeJS.ProcessEnv {
  return { NODE_ENV: 'test', PORT: '0', ...gatewayVariables(emulator) };
}
