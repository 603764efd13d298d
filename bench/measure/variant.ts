import type { Work } from '../asks/work.ts';
import type { Bench, Server } from '../machine/bench.ts';
import type { Plan } from '../plan.ts';
import { rawProxy } from '../variants/raw-proxy.ts';
import type { Variant } from '../variants/variant.ts';
import { measureColdStart } from './cold-start.ts';
import { type Cost, measureCost } from './cost.ts';
import { type Latencies, measureLatency } from './latency.ts';
import { type Memory, measureMemory } from './memory.ts';
import { measureSharedReads } from './shared-reads.ts';
import type { Spread } from './statistics.ts';

/** All that was measured of a variant. */
export interface Measured {
  readonly costs: Partial<Record<Work, Cost>>;
  readonly whole: Whole | null;
}

/** What is not about one kind of work. */
export interface Whole {
  readonly latencies: Latencies;
  /** Reads at the provider for each of 64 concurrent reads of one payment. */
  readonly sharedReads: number;
  readonly memory: Memory;
  readonly coldStartMs: Spread;
}

/** In fresh processes, the raw proxy beside it, or who else it is measured beside. */
export async function measureVariant(bench: Bench, variant: Variant, plan: Plan): Promise<Measured> {
  const { beside } = variant;
  const base = await bench.start(beside?.variant ?? rawProxy, 'raw');
  const server = await bench.start(variant, 'variant');
  const costs: Partial<Record<Work, Cost>> = {};
  for (const work of variant.works) {
    const pair = { base, baseWork: beside?.work ?? rawWorkFor(work), server, work };
    costs[work] = await measureCost(bench, pair, plan);
  }
  const idle = variant.whole && plan.whole ? await measureIdle(bench, base, server, plan) : null;
  await server.end();
  await base.end();
  if (idle === null) return { costs, whole: null };
  const memory = await measureMemory(bench, variant, plan);
  return { costs, whole: { ...idle, memory, coldStartMs: await measureColdStart(bench, variant, plan) } };
}

/** The raw proxy has no lists, and nothing without a provider: it is asked once for each payment. */
function rawWorkFor(work: Work): Work {
  return work === 'cancel' || work === 'bulk' ? 'cancel' : 'read';
}

async function measureIdle(bench: Bench, base: Server, server: Server, plan: Plan) {
  const latencies = await measureLatency(bench, base, server, plan);
  return { latencies, sharedReads: await measureSharedReads(bench, server, plan) };
}
