import { setTimeout as wait } from 'node:timers/promises';
import { freshDatabase } from '../../../doubles/fresh-database.ts';
import { healthy } from '../../../doubles/provider/faults.ts';
import { FaultyProvider } from '../provider/provider.ts';
import { faultyTarget } from '../provider/target.ts';
import type { ConnectionFault, Transport } from '../rows/variant.ts';
import type { Speed } from '../speed.ts';
import { Client } from './ask.ts';
import type { Gateway, Setup } from './gateway.ts';
import { FaultyResolver } from './resolver.ts';
import { type Certificates, TlsFront } from './tls-front.ts';

export interface LaneOptions {
  readonly transport: Transport;
  readonly speed: Speed;
  readonly reconciling: boolean;
  readonly certificates?: Certificates;
  start(setup: Setup): Promise<Gateway>;
}

/** A gateway and a provider of its own, used by one cell after the other. */
export class Lane {
  readonly options: LaneOptions;
  readonly provider = new FaultyProvider();
  /** Everything that the gateway answered. */
  readonly answers: string[] = [];
  readonly #resolver: FaultyResolver | null;
  readonly #tls: TlsFront | null;
  #gateway: Gateway | null = null;
  #resendsAtMercadoPago = 0;
  #resendsAtVtex = 0;
  #port = 0;

  constructor(options: LaneOptions) {
    this.options = options;
    this.#resolver = options.transport === 'resolver' ? new FaultyResolver() : null;
    const { certificates = null } = options;
    this.#tls = certificates && new TlsFront(certificates, (socket) => this.provider.accept(socket));
  }

  async open(): Promise<this> {
    this.#port = await this.provider.listen();
    if (this.#tls !== null) this.#port = await this.#tls.listen();
    this.#resolver?.install();
    await this.#resolver?.block(this.#port);
    await this.#start();
    return this;
  }

  async close(): Promise<void> {
    await this.gateway.close();
    await this.#tls?.close();
    await this.provider.close();
    await this.#resolver?.close();
  }

  get gateway(): Gateway {
    if (this.#gateway === null) throw new Error('The lane is not open.');
    return this.#gateway;
  }

  get client(): Client {
    return new Client(this.gateway.url, (text) => this.answers.push(text));
  }

  /** What so many new connections meet. */
  async meet(connectionFault: ConnectionFault | null, times: number): Promise<void> {
    if (connectionFault !== null) await this.provider.dropConnections();
    this.#resolver?.set(connectionFault, connectionFault === null ? 0 : times);
    this.#tls?.set(connectionFault);
    this.provider.unread = connectionFault === 'unread' ? times : 0;
  }

  /** A call to each API about a healthy target, which leaves a connection behind. */
  async warm(): Promise<void> {
    await this.client.read(this.provider.add(faultyTarget('Q', healthy)).id);
    for (const column of ['O', 'V'] as const) {
      await this.client.cancel(this.provider.add(faultyTarget(column, healthy)), crypto.randomUUID());
    }
  }

  /** The provider is well again; nothing of this cell is to be felt by the next. */
  async recover(resends: { readonly mercadoPago: number; readonly vtex: number }): Promise<void> {
    await this.meet(null, 0);
    await this.closeCircuits();
    // A resend is paid from what many other requests earn.
    this.#resendsAtMercadoPago += resends.mercadoPago;
    this.#resendsAtVtex += resends.vtex;
    if (this.#resendsAtMercadoPago >= 2) {
      await this.client.readAll(this.#healthy('Q', 50));
      this.#resendsAtMercadoPago = 0;
    }
    if (this.#resendsAtVtex >= 2) {
      await this.client.cancelAll(this.#healthy('V', 50));
      this.#resendsAtVtex = 0;
    }
    // The window in which the circuit breaker counts.
    await this.gateway.jump(11_000);
  }

  #healthy(column: 'Q' | 'V', count: number): string[] {
    return Array.from({ length: count }, () => this.provider.add(faultyTarget(column, healthy)).id);
  }

  /** Waits until the gateway has found out that its providers are well, whichever of their APIs it had given up. */
  async closeCircuits(): Promise<void> {
    while (openCircuits(this.gateway.log).length > 0) {
      await this.gateway.jump(1_000);
      await wait(30);
    }
  }

  async #start(): Promise<void> {
    const { speed, reconciling, transport, start } = this.options;
    const host = transport === 'plain' ? '127.0.0.1' : 'localhost';
    const base = `${transport === 'tls' ? 'https' : 'http'}://${host}:${this.#port}`;
    const databaseUrl = freshDatabase();
    this.#gateway = await start({ mercadoPagoUrl: base, vtexUrl: `${base}/ppp`, databaseUrl, speed, reconciling });
  }
}

/** The circuits whose last change was to open. */
function openCircuits(log: readonly string[]): string[] {
  const lines = log.slice(-200).filter((line) => line.includes('"circuitChanged"'));
  const last = new Map<string, string>();
  for (const { provider, api, reason } of lines.map((line) => JSON.parse(line))) last.set(`${provider} ${api}`, reason);
  return [...last].flatMap(([circuit, reason]) => (reason === 'open' ? [circuit] : []));
}
