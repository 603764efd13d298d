import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Endpoint, LoadOrder, LoadReport } from '../load/orders.ts';
import type { Arrivals } from '../provider/stub.ts';
import type { Variant } from '../variants/variant.ts';
import type { Cores } from './cores.ts';
import type { Order } from './other-side.ts';
import type { Sample } from './probe.ts';
import { Child, freePort } from './processes.ts';
import { issueTokens, type Tokens } from './tokens.ts';

const probe = ['--import', pathToFileURL('bench/dist/machine/probe.js').href];

/** Each who calls the provider does so on a port of its own, and is counted there. */
export type Seat = 'raw' | 'variant' | 'direct';

/** A server under test, in a fresh process. */
export interface Server {
  readonly endpoint: Endpoint;
  readonly seat: Seat;
  sample(): Promise<Sample>;
  end(): Promise<void>;
}

interface Ports {
  readonly raw: number;
  readonly variant: number;
  readonly direct: number;
}

/** The load and the provider's stub, which last for the whole run, and the servers that come and go. */
export class Bench {
  readonly direct: Endpoint;
  readonly #cores: Cores | null;
  readonly #folder: string;
  readonly #ports: Ports;
  readonly #otherSide: Child;
  readonly #tokens: Tokens;
  readonly #servers = new Set<Server>();
  #started = 0;

  static async begin(cores: Cores | null): Promise<Bench> {
    const ports = { raw: await freePort(), variant: await freePort(), direct: await freePort() };
    const folder = mkdtempSync(join(tmpdir(), 'gateway-bench-'));
    const bench = new Bench(cores, folder, ports, await issueTokens(join(folder, 'issuer')));
    await Promise.all(Object.values(ports).map((port) => bench.#otherSide.listensOn(port)));
    return bench;
  }

  private constructor(cores: Cores | null, folder: string, ports: Ports, tokens: Tokens) {
    this.#cores = cores;
    this.#folder = folder;
    this.#ports = ports;
    this.#tokens = tokens;
    const core = cores?.others ?? null;
    const env = { PORTS: Object.values(ports).join() };
    this.#otherSide = new Child({ args: ['bench/dist/machine/other-side.js'], env, core });
    this.direct = { url: this.providerUrl('direct'), dialect: 'provider', tokens: [] };
  }

  providerUrl(seat: Seat): string {
    return `http://127.0.0.1:${this.#ports[seat]}`;
  }

  /** Starts a variant; it may not listen yet. */
  async launch(variant: Variant, seat: Seat, nodeArgs: readonly string[] = []): Promise<Server & { child: Child }> {
    this.#started += 1;
    const folder = join(this.#folder, `${this.#started}`);
    mkdirSync(folder);
    const port = await freePort();
    const { issuer } = this.#tokens;
    const { args, ...start } = variant.start({ port, providerUrl: this.providerUrl(seat), folder, issuer });
    const child = new Child({
      ...start,
      args: [...nodeArgs, ...probe, ...args],
      core: this.#cores?.server ?? null,
      stdout: 'ignore',
    });
    const tokens = variant.authenticates ? await this.#tokens.fresh() : [];
    const server = {
      endpoint: { url: `http://127.0.0.1:${port}`, dialect: variant.dialect, tokens },
      seat,
      child,
      sample: () => child.ask<Sample>({}),
      end: async () => {
        this.#servers.delete(server);
        await child.end();
        rmSync(folder, { recursive: true, force: true });
      },
    };
    this.#servers.add(server);
    return server;
  }

  async start(variant: Variant, seat: Seat, nodeArgs: readonly string[] = []): Promise<Server> {
    const server = await this.launch(variant, seat, nodeArgs);
    await server.child.listensOn(Number(new URL(server.endpoint.url).port));
    return server;
  }

  load<Report extends LoadReport>(order: LoadOrder): Promise<Report> {
    return this.#order<Report>(order);
  }

  /** What arrived at the provider since this was last asked; from now on its answers wait so long. */
  arrivals(seat: Seat, delayMs = 0): Promise<Arrivals> {
    return this.#order({ kind: 'arrivals', port: this.#ports[seat], delayMs });
  }

  #order<Reply>(order: Order): Promise<Reply> {
    return this.#otherSide.ask(order);
  }

  async end(): Promise<void> {
    for (const server of this.#servers) await server.end();
    await this.#otherSide.end();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
