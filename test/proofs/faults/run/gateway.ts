import { setTimeout as wait } from 'node:timers/promises';
import {
  type Gateway as GatewayAlone,
  type GatewayOptions,
  startGateway as startAlone,
} from '../../../doubles/gateway.ts';
import { VirtualClock } from '../../../doubles/virtual-clock.ts';
import type { Speed } from '../speed.ts';

/** The gateway under test, in this process or in one of its own; its time can be moved. */
export interface Gateway extends Pick<GatewayAlone, 'url' | 'log' | 'close'> {
  /** Once the store has done what it was asked for. */
  jump(ms: number): Promise<void>;
}

/** What a gateway is started with. */
export interface Setup {
  readonly mercadoPagoUrl: string;
  readonly vtexUrl: string;
  readonly databaseUrl: string;
  readonly speed: Speed;
  readonly reconciling: boolean;
  /** Milliseconds; only where a read-back is to last until the process is killed. */
  readonly readBackMs?: number | undefined;
}

/** What must never be logged or answered. */
export const secrets = {
  MERCADO_PAGO_ACCESS_TOKEN: 'TEST-canary-access-token-4f1c',
  VTEX_APP_KEY: 'canary-app-key-9a2b',
  VTEX_APP_TOKEN: 'canary-app-token-77de',
};

/** Starts a gateway whose time is as fast as asked for. */
export async function startGateway(
  setup: Setup,
  options: Pick<GatewayOptions, 'logDestination'> = {},
): Promise<Gateway> {
  const clock = new VirtualClock(Date.now()).run(setup.speed);
  const env = {
    DATABASE_URL: setup.databaseUrl,
    MERCADO_PAGO_BASE_URL: setup.mercadoPagoUrl,
    VTEX_PROVIDER_BASE_URL: setup.vtexUrl,
    ...secrets,
  };
  const { url, log, close } = await startAlone(env, {
    clock,
    reconciling: setup.reconciling,
    asksAccounts: false,
    ...(setup.readBackMs !== undefined && { deadlines: { readBackMs: setup.readBackMs } }),
    ...options,
  });
  return {
    url,
    log,
    async jump(ms) {
      while (clock.isHeld) await wait(1);
      clock.jump(ms);
    },
    async close() {
      await close();
      clock.stop();
    },
  };
}
