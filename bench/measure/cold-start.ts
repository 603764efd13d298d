import { setTimeout as sleep } from 'node:timers/promises';
import { fetch } from 'undici';
import { dialects } from '../asks/dialects.ts';
import type { Endpoint } from '../load/orders.ts';
import type { Bench } from '../machine/bench.ts';
import type { Plan } from '../plan.ts';
import type { Variant } from '../variants/variant.ts';
import { type Spread, spreadOf } from './statistics.ts';

const patienceMs = 30_000;

/** From the start of the process to the first read that is answered, in milliseconds. */
export async function measureColdStart(bench: Bench, variant: Variant, { coldStarts }: Plan): Promise<Spread> {
  const took: number[] = [];
  for (let count = 0; count < coldStarts; count++) {
    const begun = performance.now();
    const server = await bench.launch(variant, 'variant');
    await untilAnswered(server.endpoint, begun + patienceMs);
    took.push(performance.now() - begun);
    await server.end();
  }
  return spreadOf(took);
}

async function untilAnswered(endpoint: Endpoint, until: number): Promise<void> {
  while (!(await isAnswered(endpoint))) {
    if (performance.now() > until) throw new Error(`Nothing answers at ${endpoint.url}.`);
    await sleep(5);
  }
}

async function isAnswered({ url, dialect, tokens: [token] }: Endpoint): Promise<boolean> {
  const ask = dialects[dialect].read?.(['1700000000000']);
  if (ask === undefined) throw new Error(`Nobody can read in ${dialect}.`);
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { method, path, headers, body } = ask;
  try {
    const request = { method, headers: { ...headers, ...authorization }, ...(body !== undefined && { body }) };
    const response = await fetch(`${url}${path}`, request);
    await response.text();
    return response.status === 200;
  } catch {
    // Nobody listens yet.
    return false;
  }
}
