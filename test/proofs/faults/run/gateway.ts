import { join } from 'node:path';
import { readConfig } from '../../../../src/config.ts';
import { providerDefinitions } from '../../../../src/providers/registry.ts';
import { startServer } from '../../../../src/server.ts';
import { VirtualClock } from '../../../doubles/virtual-clock.ts';
import { temporaryDirectory } from '../../../temporary-directory.ts';
import type { Speed } from '../speed.ts';

/** The gateway under test, in this process or in one of its own. */
export interface Gateway {
  /** `http://127.0.0.1:<port>/graphql` */
  readonly url: string;
  /** One JSON object per line that it logged. */
  readonly log: readonly string[];
  jump(ms: number): Promise<void>;
  close(): Promise<void>;
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

export function freshStore(): string {
  return `file:${join(temporaryDirectory('faults'), 'cancellations.db')}`;
}

/** Starts the real server, its settings read as in production, its time as fast as asked for. */
export async function startGateway(setup: Setup, logged: (line: string) => void = () => {}): Promise<Gateway> {
  const clock = new VirtualClock(Date.now()).run(setup.speed);
  const log: string[] = [];
  const env = {
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: setup.databaseUrl,
    MERCADO_PAGO_BASE_URL: setup.mercadoPagoUrl,
    VTEX_PROVIDER_BASE_URL: setup.vtexUrl,
    ...secrets,
  };
  const server = await startServer(readConfig(env, providerDefinitions), {
    clock,
    reconciling: setup.reconciling,
    logDestination: {
      write(line: string) {
        log.push(line);
        logged(line);
      },
    },
    ...(setup.readBackMs !== undefined && { deadlines: { readBackMs: setup.readBackMs } }),
  });
  return {
    url: `${server.url}/graphql`,
    log,
    jump: async (ms) => clock.jump(ms),
    async close() {
      await server.close();
      clock.stop();
    },
  };
}
