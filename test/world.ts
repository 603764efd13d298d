import { GraphQLClient } from 'graphql-request';
import { getSdk, type Sdk } from '../client/src/generated/sdk.ts';
import { type Emulator, gatewayVariables, startEmulator } from '../src/emulator/index.ts';
import { type Gateway, type GatewayOptions, startGateway } from './doubles/gateway.ts';
import { VirtualClock } from './doubles/virtual-clock.ts';

/** A gateway against the emulator, on free ports, with a store and a clock of its own. */
export interface World extends Gateway {
  readonly emulator: Emulator;
  readonly clock: VirtualClock;
  readonly sdk: Sdk;
  /** Sends a document as a client would, without code generated for it. */
  ask<T = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<T>;
}

export interface WorldOptions extends GatewayOptions {
  /** More variables of the environment, or other values for those of the emulator. */
  readonly env?: NodeJS.ProcessEnv;
  /** How many times as fast as usual time passes, for the gateway and for the emulator; 1 unless told. */
  readonly speed?: number;
}

export async function startWorld({ env, speed = 1, ...options }: WorldOptions = {}): Promise<World> {
  const clock = new VirtualClock(Date.now()).run(speed);
  const emulator = await startEmulator({ clock: options.clock ?? clock });
  const gateway = await startGateway({ ...gatewayEnv(emulator), ...env }, { clock, ...options });

  const world: World = {
    emulator,
    clock,
    log: gateway.log,
    get url() {
      return gateway.url;
    },
    get sdk() {
      return getSdk(new GraphQLClient(this.url));
    },
    ask: (query, variables) => new GraphQLClient(world.url).request(query, variables),
    restart: () => gateway.restart(),
    reload: () => gateway.reload(),
    async close() {
      await gateway.close();
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
