import type { Bench, Server } from '../machine/bench.ts';
import type { Plan } from '../plan.ts';
import { checked } from './wrong-answers.ts';

/** As long as a provider takes that is near. */
const delayMs = 50;

/** Of 64 reads of one payment at the same moment by the same caller: how many reads each causes at the provider. */
export async function measureSharedReads(bench: Bench, server: Server, plan: Plan): Promise<number> {
  await bench.arrivals(server.seat, delayMs);
  const order = { kind: 'bursts', endpoint: server.endpoint, size: 64, bursts: plan.bursts } as const;
  const { requests } = checked('reads of one payment', await bench.load(order));
  const arrived = await bench.arrivals(server.seat);
  return arrived.requests / requests;
}
