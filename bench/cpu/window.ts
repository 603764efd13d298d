import type { LoadOrder, LoadReport } from './load.ts';
import type { KindName } from './requests.ts';
import type { World } from './world.ts';

/** What requests of one kind cost while nothing else was asked of the server. */
export interface Window extends LoadReport {
  readonly kind: KindName;
  /** CPU time of the server per request, in microseconds, all its threads together. */
  readonly cpuMicros: number;
}

export async function measure(world: World, kind: KindName, forMs: number): Promise<Window> {
  const { url, child } = kind.startsWith('raw') ? world.raw : world.gateway;
  const before = await child.ask<number>({});
  const report = await world.load.ask<LoadReport>({ url, kind, forMs } satisfies LoadOrder);
  const after = await child.ask<number>({});
  return { ...report, kind, cpuMicros: (after - before) / report.requests };
}
