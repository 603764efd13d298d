import type { PaceReport } from '../load/orders.ts';
import type { Bench, Server } from '../machine/bench.ts';
import type { Plan } from '../plan.ts';
import { quantile } from './statistics.ts';
import { checked } from './wrong-answers.ts';

/** How long a read takes when hardly anything is asked, in milliseconds. */
interface Latency {
  readonly p50: number;
  readonly p99: number;
}

export interface Latencies {
  /** The provider asked directly. */
  readonly direct: Latency;
  readonly raw: Latency;
  readonly variant: Latency;
}

/** The provider, the raw proxy and the server are asked in turn, so that what the machine does touches all three. */
export async function measureLatency(bench: Bench, raw: Server, server: Server, plan: Plan): Promise<Latencies> {
  const endpoints = [bench.direct, raw.endpoint, server.endpoint];
  const report = await bench.load<PaceReport>({ kind: 'pace', endpoints, everyMs: 4, rounds: plan.pacedReads });
  const [direct = [], ofRaw = [], ofVariant = []] = checked('paced reads', report).tookMs;
  return { direct: latencyOf(direct), raw: latencyOf(ofRaw), variant: latencyOf(ofVariant) };
}

function latencyOf(tookMs: readonly number[]): Latency {
  return { p50: quantile(tookMs, 0.5), p99: quantile(tookMs, 0.99) };
}
