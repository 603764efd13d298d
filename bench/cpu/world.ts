import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cores } from './cores.ts';
import { Child, freePort } from './processes.ts';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const probe = ['--import', new URL('cpu-probe.mjs', import.meta.url).href];
const typescript = ['--import', 'tsx'];

interface Server {
  readonly url: string;
  readonly child: Child;
}

/** The four processes of a run, all of them fresh. */
export interface World {
  readonly raw: Server;
  readonly gateway: Server;
  readonly load: Child;
  end(): Promise<void>;
}

export async function startWorld(cores: Cores | null): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-bench-'));
  const children: Child[] = [];
  const start = (args: readonly string[], env: NodeJS.ProcessEnv, core: keyof Cores) => {
    const child = new Child({ args, env, core: cores?.[core] ?? null });
    children.push(child);
    return child;
  };
  const listen = async (args: readonly string[], env: NodeJS.ProcessEnv, core: keyof Cores): Promise<Server> => {
    const port = await freePort();
    const child = start(args, { ...env, PORT: String(port) }, core);
    await child.listensOn(port);
    return { url: `http://127.0.0.1:${port}`, child };
  };
  const end = async () => {
    // Whoever asks ends before whoever answers.
    for (const child of children.reverse()) await child.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const { url } = await listen([...typescript, path('provider-stub.ts')], {}, 'others');
    const raw = await listen([...probe, ...typescript, path('raw-proxy.ts')], { PROVIDER_URL: url }, 'server');
    const gateway = await listen([...probe, 'dist/main.js'], gatewayVariables(url, folder), 'server');
    return { raw, gateway, load: start([...typescript, path('load.ts')], {}, 'others'), end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** What an operator would set. Logs are off: the raw proxy writes none. */
function gatewayVariables(providerUrl: string, folder: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'development',
    AUTH: 'none',
    LOG_LEVEL: 'silent',
    DATABASE_URL: `file:${join(folder, 'cancellations.db')}`,
    MERCADO_PAGO_BASE_URL: providerUrl,
    MERCADO_PAGO_ACCESS_TOKEN: 'TEST-bench',
  };
}
