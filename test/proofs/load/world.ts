import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Cores, findCores } from '../../../bench/machine/cores.ts';
import { Child, freePort } from '../../../bench/machine/processes.ts';
import { bundled } from '../../doubles/bundled.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { sleep } from '../storm/chance.ts';
import { countOpen, type Records, readRecords } from '../storm/records.ts';
import type { LoadOrder, LoadReport } from './generator.ts';
import type { Ledger } from './provider.ts';

/** Open cancellations are reconciled a few a second. */
const patienceMs = 60_000;
const probe = new URL('probe.mjs', import.meta.url).href;

export interface WorldOptions {
  /** Of a thousand answers of the provider so many go wrong. */
  readonly faultsInThousand?: number;
  /** More settings for the gateway. */
  readonly env?: NodeJS.ProcessEnv;
  /** How many gateways there are, one unless given; more of them run on any core. */
  readonly replicas?: number;
  /** Where they keep their records; a file of SQLite unless given. */
  readonly databaseUrl?: string;
}

/** The gateway as built, or several; one has the server core to itself where there is one, and the provider and the load share the other. */
export class World {
  readonly pinned: boolean;
  readonly #cores: Cores | null;
  readonly #children: Child[] = [];
  readonly #options: WorldOptions;
  readonly #databaseUrl: string;
  readonly #gateways: Child[] = [];
  #urls: readonly string[] = [];
  #provider: Child | null = null;
  #load: Child | null = null;
  #asked = 0;

  constructor(options: WorldOptions = {}) {
    const { replicas = 1, databaseUrl = `file:${join(temporaryDirectory('load'), 'cancellations.db')}` } = options;
    this.#options = options;
    this.#databaseUrl = databaseUrl;
    this.#cores = replicas === 1 ? findCores() : null;
    this.pinned = this.#cores !== null;
  }

  async begin(): Promise<void> {
    const { faultsInThousand = 0, env = {}, replicas = 1 } = this.#options;
    const providerPort = await freePort();
    const provider = { PORT: String(providerPort), FAULTS_IN_THOUSAND: String(faultsInThousand) };
    this.#provider = this.#start([bundled('test/proofs/load/provider.ts')], provider, 'others');
    await this.#provider.listensOn(providerPort);
    const settings = {
      NODE_ENV: 'test',
      DATABASE_URL: this.#databaseUrl,
      MERCADO_PAGO_BASE_URL: `http://127.0.0.1:${providerPort}`,
      MERCADO_PAGO_ACCESS_TOKEN: 'TEST-load',
      ...env,
    };
    const urls: string[] = [];
    for (let replica = 0; replica < replicas; replica += 1) urls.push(await this.#startGateway(settings));
    this.#urls = urls;
    this.#load = this.#start([bundled('test/proofs/load/generator.ts')], {}, 'others');
  }

  async #startGateway(settings: NodeJS.ProcessEnv): Promise<string> {
    const port = await freePort();
    const env = { ...settings, PORT: String(port) };
    const gateway = this.#start(['--expose-gc', '--import', probe, 'dist/bundle/gateway.js'], env, 'server', 'ignore');
    await gateway.listensOn(port);
    this.#gateways.push(gateway);
    return `http://127.0.0.1:${port}`;
  }

  /** Sends a load, whose payments nobody has asked for before, and resolves when all of it is answered. */
  async load(pace: LoadOrder['pace'], seconds: number): Promise<LoadReport> {
    if (this.#load === null) throw new Error('The world has not begun.');
    const order: LoadOrder = { urls: this.#urls, pace, forMs: seconds * 1_000, from: this.#asked };
    const report = await this.#load.ask<LoadReport>(order);
    this.#asked += report.sent;
    return report;
  }

  /** What the gateway's process tells of itself; of several, the first. */
  async probe<Reply>(what: 'sample' | 'delays'): Promise<Reply> {
    const [gateway] = this.#gateways;
    if (gateway === undefined) throw new Error('The world has not begun.');
    return gateway.ask<Reply>({ what });
  }

  /** The processor time that all gateways have used so far, in milliseconds. */
  async processorMs(): Promise<number> {
    const used = await Promise.all(
      this.#gateways.map((one) => one.ask<{ processorMs: number }>({ what: 'processor' })),
    );
    return used.reduce((sum, { processorMs }) => sum + processorMs, 0);
  }

  /** Resolves when the connections to the provider, which are kept for four seconds, have ended. */
  async rest(): Promise<void> {
    await sleep(6_000);
  }

  async ledger(): Promise<Ledger> {
    if (this.#provider === null) throw new Error('The world has not begun.');
    return this.#provider.ask<Ledger>({});
  }

  /** What the store holds once nothing is open any more, or when nobody waits any longer for that. */
  async records(): Promise<Records> {
    const until = Date.now() + patienceMs;
    while (Date.now() < until && (await countOpen(this.#databaseUrl)) > 0) await sleep(500);
    return readRecords(this.#databaseUrl);
  }

  /** What the store takes on the disk, its log included. */
  databaseBytes(): number {
    const path = this.#databaseUrl.replace('file:', '');
    const files = [path, `${path}-wal`].filter((file) => existsSync(file));
    return files.reduce((sum, file) => sum + statSync(file).size, 0);
  }

  async end(): Promise<void> {
    // Whoever asks ends before whoever answers.
    for (const child of this.#children.reverse()) await child.end();
  }

  #start(args: string[], env: NodeJS.ProcessEnv, core: keyof Cores, stdout: 'inherit' | 'ignore' = 'inherit'): Child {
    const child = new Child({ args, env, core: this.#cores?.[core] ?? null, stdout });
    this.#children.push(child);
    return child;
  }
}
