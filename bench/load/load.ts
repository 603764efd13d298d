import { setTimeout as sleep } from 'node:timers/promises';
import { itemsOf } from '../asks/work.ts';
import { awake } from './awake.ts';
import { Client } from './client.ts';
import type { Bursts, Flood, LoadOrder, LoadReport, Pace, PaceReport } from './orders.ts';

const atOnce = 16;
/** The gateway turns away what one provider cannot take: more than two hundred calls that wait. */
const listsAtOnce = 2;

async function flood({ endpoint, work, until }: Flood): Promise<LoadReport> {
  const client = new Client(atOnce);
  const end = 'forMs' in until ? performance.now() + until.forMs : Number.POSITIVE_INFINITY;
  let left = 'requests' in until ? until.requests : Number.POSITIVE_INFINITY;
  const lane = async () => {
    while (left > 0 && performance.now() < end) {
      left -= 1;
      await client.ask(endpoint, work, client.freshIds(work));
    }
  };
  await Promise.all(Array.from({ length: itemsOf(work) > 1 ? listsAtOnce : atOnce }, lane));
  return client.report();
}

async function pace({ endpoints, everyMs, rounds }: Pace): Promise<PaceReport> {
  const client = new Client(1);
  const tookMs: number[][] = endpoints.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, endpoint] of endpoints.entries()) {
      const begun = performance.now();
      await client.ask(endpoint, 'read', client.freshIds('read'));
      const took = performance.now() - begun;
      tookMs[at]?.push(took);
      await sleep(Math.max(1, everyMs - took));
    }
  }
  return { ...client.report(), tookMs: tookMs.map((values) => values.sort((one, other) => one - other)) };
}

async function burst({ endpoint, size, bursts }: Bursts): Promise<LoadReport> {
  const client = new Client(size);
  // One caller, so that all of them have the same credentials and rights.
  const caller = { ...endpoint, tokens: endpoint.tokens.slice(0, 1) };
  for (let count = 0; count < bursts; count++) {
    const ids = client.freshIds('read');
    await Promise.all(Array.from({ length: size }, () => client.ask(caller, 'read', ids)));
  }
  return client.report();
}

/** Asks servers under test. */
export function carryOut(order: LoadOrder): Promise<LoadReport> {
  if (order.kind === 'flood') return order.awake ? awake(() => flood(order)) : flood(order);
  return order.kind === 'pace' ? pace(order) : burst(order);
}
