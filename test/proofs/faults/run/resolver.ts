import dns from 'node:dns';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { ConnectionFault } from '../rows/variant.ts';

/*
 * The provider's name is `localhost`, and what it resolves to is decided here: to the provider, to an address of the
 * loopback net where nobody listens, to one that accepts no more connections, or to an error. Everything after that is
 * the kernel's doing. Only `connect ECONNRESET` is handed in as an error, since no loopback answers a SYN so.
 */
const here = '127.0.0.1';
const nobodyThere = '127.0.0.2';
const full = '127.0.0.3';

type Found = (error: NodeJS.ErrnoException | null, found: unknown, family?: number) => void;

export class FaultyResolver {
  readonly #original = dns.lookup;
  #fault: ConnectionFault | null = null;
  #left = 0;
  #blocked: { worker: Worker; gate: Int32Array; fillers: Socket[] } | null = null;

  install(): void {
    const faulty = (host: string, options: { all?: boolean }, found: Found) => {
      if (host !== 'localhost') return this.#original(host, options as dns.LookupOptions, found as never);
      const connectionFault = this.#left > 0 ? this.#fault : null;
      this.#left -= 1;
      const code = codes[connectionFault ?? 'none'];
      if (code !== undefined) return setImmediate(() => found(Object.assign(new Error(code), { code }), undefined));
      const address = connectionFault === 'refused' ? nobodyThere : connectionFault === 'blackhole' ? full : here;
      setImmediate(() => (options.all ? found(null, [{ address, family: 4 }]) : found(null, address, 4)));
    };
    dns.lookup = faulty as typeof dns.lookup;
  }

  /** So many of the next connections meet this. */
  set(connectionFault: ConnectionFault | null, times: number): void {
    this.#fault = connectionFault;
    this.#left = times;
  }

  /** An address at which connecting hangs: a listener whose thread stands still, its queue full. */
  async block(port: number): Promise<void> {
    const gate = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(listenAndStop, { eval: true, workerData: { gate, port, host: full } });
    await once(worker, 'message');
    await wait(50);
    const fillers = Array.from({ length: 4 }, () => connect(port, full).on('error', () => undefined));
    await wait(50);
    this.#blocked = { worker, gate, fillers };
  }

  async close(): Promise<void> {
    dns.lookup = this.#original;
    if (this.#blocked === null) return;
    const { worker, gate, fillers } = this.#blocked;
    for (const filler of fillers) filler.destroy();
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    await worker.terminate();
  }
}

const codes: Partial<Record<ConnectionFault | 'none', string>> = {
  'unknown-host': 'ENOTFOUND',
  'resolver-busy': 'EAI_AGAIN',
  'reset-on-connect': 'ECONNRESET',
};

const listenAndStop = `
const { parentPort, workerData } = require('node:worker_threads');
const { gate, port, host } = workerData;
const server = require('node:net').createServer((socket) => socket.destroy());
server.listen({ port, host, backlog: 1 }, () => {
  parentPort.postMessage('listening');
  setTimeout(() => { Atomics.wait(gate, 0, 0); server.close(); }, 10);
});`;
