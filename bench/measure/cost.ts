import { itemsOf, type Work } from '../asks/work.ts';
import type { LoadReport } from '../load/orders.ts';
import type { Bench, Server } from '../machine/bench.ts';
import type { Plan } from '../plan.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { checked } from './wrong-answers.ts';

/** What one kind of work costs a server, for each payment that it is about. */
export interface Cost {
  /** CPU time in microseconds, all threads of the process together. */
  readonly micros: Spread;
  /** The same as a multiple of what the base spent in the windows before and after. */
  readonly multiple: Spread;
  readonly requests: number;
  readonly errors: number;
  /** The most connections to the provider at any moment. */
  readonly sockets: number;
}

interface Window extends LoadReport {
  readonly micros: number;
}

/** A server with its work, and whom its cost is a multiple of. */
export interface Pair {
  readonly base: Server;
  readonly baseWork: Work;
  readonly server: Server;
  readonly work: Work;
}

/** A window of the base, one of the server, and so on; the last is one of the base. */
export async function measureCost(bench: Bench, { base, baseWork, server, work }: Pair, plan: Plan): Promise<Cost> {
  await warmUp(bench, base, baseWork, plan);
  await warmUp(bench, server, work, plan);
  await bench.arrivals(server.seat);
  const windows: Window[] = [];
  const bases = [await measureWindow(bench, base, baseWork, plan)];
  for (let count = 0; count < plan.windows; count++) {
    windows.push(await measureWindow(bench, server, work, plan));
    bases.push(await measureWindow(bench, base, baseWork, plan));
  }
  const { sockets } = await bench.arrivals(server.seat);
  const around = (at: number) => ((bases[at]?.micros ?? Number.NaN) + (bases[at + 1]?.micros ?? Number.NaN)) / 2;
  return {
    micros: spreadOf(windows.map(({ micros }) => micros)),
    multiple: spreadOf(windows.map(({ micros }, at) => micros / around(at))),
    requests: sum(windows.map(({ requests }) => requests)),
    errors: sum([...windows, ...bases].map(({ errors }) => errors)),
    sockets,
  };
}

/** By count: what has just been loaded is slow, and slow servers would see less of a time. */
async function warmUp(bench: Bench, { endpoint }: Server, work: Work, plan: Plan): Promise<void> {
  const requests = Math.ceil(plan.warmUpPayments / itemsOf(work));
  checked(`${work}, warm-up`, await bench.load({ kind: 'flood', endpoint, work, until: { requests }, awake: true }));
}

async function measureWindow(bench: Bench, server: Server, work: Work, { windowMs }: Plan): Promise<Window> {
  const before = await server.sample();
  const { endpoint } = server;
  const report = await bench.load({ kind: 'flood', endpoint, work, until: { forMs: windowMs }, awake: true });
  const after = await server.sample();
  checked(work, report);
  return { ...report, micros: (after.cpuMicros - before.cpuMicros) / report.requests / itemsOf(work) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
