import { type Emulator, startEmulator } from '../../../src/emulator/index.ts';
import { freshDatabase } from '../../doubles/fresh-database.ts';
import { type GatewayProcess, startProcess } from '../../doubles/gateway-process.ts';
import { startIssuer } from '../../doubles/tokens.ts';
import { type Answer, send } from '../../hostile/send.ts';
import { gatewayEnv } from '../../world.ts';
import type { Bearer, FuzzRequest } from './requests.ts';

/** A gateway as a process of its own, against the emulator, with callers who show tokens. */
export interface Scene {
  readonly emulator: Emulator;
  readonly gateway: GatewayProcess;
  /** What no answer may show. */
  readonly secrets: readonly string[];
  /** New tokens where the present ones are old: none is valid for more than an hour. */
  renewTokens(): Promise<void>;
  /** Null where the connection ended without a word. */
  send(request: FuzzRequest): Promise<Answer | null>;
  close(): Promise<void>;
}

const reads = 'payments:read orders:read cancellations:read pii:read bulk';
/** No minute is long enough for what one caller asks here. */
const unlimited = Object.fromEntries(
  ['CANCELS', 'SHOPPER_CANCELS', 'READS', 'NOT_FOUND'].map((what) => [`RATE_LIMIT_${what}_PER_MINUTE`, '0']),
);
/** With more, garbage stays for minutes and looks like a leak; with a leak, this ends the process. */
const littleHeap = { NODE_OPTIONS: '--max-old-space-size=160' };
const tokenAgeMs = 20 * 60_000;
const probe = new URL('../load/probe.mjs', import.meta.url).href;
/** Of a request whose end was cut off, nobody waits for the end. */
const patienceMs = 400;

export async function startScene(): Promise<Scene> {
  const [emulator, issuer] = [await startEmulator(), await startIssuer()];
  const env = { ...gatewayEnv(emulator), ...issuer.env, ...unlimited, ...littleHeap, DATABASE_URL: freshDatabase() };
  const gateway = startProcess(env, { stderr: 'inherit', execArgv: ['--expose-gc', '--import', probe] });
  const url = await gateway.url;
  const freshTokens = async (): Promise<Record<Bearer, string>> => {
    const exp = Math.floor((Date.now() + 2 * tokenAgeMs) / 1_000);
    return {
      reads: await issuer.token({ scope: reads, exp }),
      cancels: await issuer.token({ scope: `${reads} payments:cancel orders:cancel`, exp }),
      nobody: '',
      nonsense: 'a.b.c',
    };
  };
  let tokens = await freshTokens();
  let tokensSince = performance.now();
  const { MERCADO_PAGO, VTEX } = emulator.providers;
  const { accessToken, ordersAccessToken } = MERCADO_PAGO.credentials;
  const secrets = [accessToken, ordersAccessToken, VTEX.credentials.appToken, tokens.reads, tokens.cancels];
  return {
    emulator,
    gateway,
    secrets,
    async renewTokens() {
      if (performance.now() - tokensSince < tokenAgeMs) return;
      tokens = await freshTokens();
      tokensSince = performance.now();
      secrets.push(tokens.reads, tokens.cancels);
    },
    send: ({ bearer, sent }) => {
      const anonymous = bearer === 'nobody' && sent.kind === 'http';
      return send(url, tokens[bearer], anonymous ? { ...sent, anonymous } : sent, patienceMs);
    },
    async close() {
      await gateway.stop();
      await emulator.close();
    },
  };
}
