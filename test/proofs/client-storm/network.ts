import { createServer, connect as open, type Server, type Socket } from 'node:net';
import { between, type Chance, sleep } from '../storm/chance.ts';

/** What may happen to a request on its way, as shares of all; the rest passes as it is. */
const shares = { lostOnTheWayThere: 0.03, answerLost: 0.04, slowed: 0.1, swallowed: 0.005 };
const slowedByMs = [200, 3_000] as const;
/** Now and then nobody can be reached at all. */
const outages = { everyMs: [3_000, 8_000], lastMs: [500, 2_000] } as const;

/** The network between the clients and a gateway, on a port of its own: it cuts, slows, swallows and goes away. */
export class Network {
  readonly counts = { lostOnTheWayThere: 0, answerLost: 0, slowed: 0, swallowed: 0, outages: 0, turnedAway: 0 };
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #chance: Chance;
  readonly #gatewayPort: number;
  #down = false;
  #calm = false;

  constructor(gatewayPort: number, chance: Chance) {
    this.#gatewayPort = gatewayPort;
    this.#chance = chance;
    this.#server = createServer((client) => this.#join(client));
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  /** Goes away and comes back until the time is over. */
  async outagesUntil(endsAt: number): Promise<void> {
    while (Date.now() < endsAt) {
      await sleep(Math.min(between(this.#chance, ...outages.everyMs), endsAt - Date.now()));
      this.counts.outages += 1;
      this.#down = true;
      this.#cutAll();
      await sleep(between(this.#chance, ...outages.lastMs));
      this.#down = false;
    }
  }

  /** From here on everything passes as it is. */
  calm(): void {
    this.#calm = true;
  }

  close(): void {
    this.#server.close();
    this.#cutAll();
  }

  #cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(client: Socket): void {
    if (this.#down) {
      this.counts.turnedAway += 1;
      client.resetAndDestroy();
      return;
    }
    const gateway = open(this.#gatewayPort, '127.0.0.1');
    for (const [one, other] of [
      [client, gateway],
      [gateway, client],
    ] as const) {
      this.#sockets.add(one);
      // Whatever ends one side ends the other: that is what is tried here.
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
    client.on('data', (request) => this.#pass(request, client, gateway));
    gateway.on('data', (answer) => client.write(answer));
  }

  #pass(request: Buffer, client: Socket, gateway: Socket): void {
    const fate = this.#fate();
    if (fate !== 'passes') this.counts[fate] += 1;
    switch (fate) {
      case 'passes':
        gateway.write(request);
        return;
      case 'lostOnTheWayThere':
        client.resetAndDestroy();
        return;
      case 'answerLost':
        gateway.removeAllListeners('data');
        gateway.once('data', () => client.resetAndDestroy());
        gateway.write(request);
        return;
      case 'slowed':
        client.pause();
        setTimeout(
          () => {
            gateway.write(request);
            client.resume();
          },
          between(this.#chance, ...slowedByMs),
        );
        return;
      case 'swallowed':
        client.removeAllListeners('data');
        client.resume();
    }
  }

  #fate(): 'passes' | keyof typeof shares {
    if (this.#calm) return 'passes';
    let draw = this.#chance();
    for (const [fate, share] of Object.entries(shares) as [keyof typeof shares, number][]) {
      if (draw < share) return fate;
      draw -= share;
    }
    return 'passes';
  }
}
