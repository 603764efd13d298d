import { setTimeout as wait } from 'node:timers/promises';
import { GraphQLClient } from 'graphql-request';
import { type Gateway, startGateway } from '../../doubles/gateway.ts';
import { VirtualClock } from '../../doubles/virtual-clock.ts';
import { type ScriptedProvider, startProvider } from './provider.ts';

/** One gateway against providers that say what a case lets them say, in a time of its own. */
export interface Scene {
  readonly provider: ScriptedProvider;
  readonly clock: VirtualClock;
  readonly gateway: Gateway;
  ask<T>(document: string, variables?: Record<string, unknown>): Promise<T>;
  /** Lets hours pass, minute by minute, and everything that is due in them be done. */
  pass(minutes: number, stepMinutes?: number): Promise<void>;
  close(): Promise<void>;
}

const speed = 10;

export async function startScene(env: NodeJS.ProcessEnv = {}): Promise<Scene> {
  const clock = new VirtualClock(Date.now()).run(speed);
  const provider = await startProvider(clock);
  const gateway = await startGateway(
    {
      MERCADO_PAGO_BASE_URL: provider.url,
      MERCADO_PAGO_ACCESS_TOKEN: 'TEST-money',
      VTEX_PROVIDER_BASE_URL: provider.url,
      VTEX_APP_KEY: 'key',
      VTEX_APP_TOKEN: 'token',
      ...env,
    },
    { clock, asksAccounts: false },
  );
  return {
    provider,
    clock,
    gateway,
    ask: (document, variables) => new GraphQLClient(gateway.url).request(document, variables),
    async pass(minutes, stepMinutes = 1) {
      for (let passed = 0; passed < minutes; passed += stepMinutes) {
        clock.jump(stepMinutes * 60_000);
        // What came due talks to the store and the provider, over a real disk and real sockets.
        await wait(25);
      }
    },
    async close() {
      await gateway.close();
      await provider.close();
      clock.stop();
    },
  };
}
