import type { Bench } from '../machine/bench.ts';
import type { Plan } from '../plan.ts';
import { checked } from './wrong-answers.ts';

/** What the stub and the load do without anybody between them: no figure of a server can be nearer to the provider. */
export interface Ceiling {
  readonly requestsPerSecond: number;
}

export async function measureCeiling(bench: Bench, { warmUpPayments, windowMs }: Plan): Promise<Ceiling> {
  const flood = { kind: 'flood', endpoint: bench.direct, work: 'read', awake: true } as const;
  checked('the stub alone, warm-up', await bench.load({ ...flood, until: { requests: warmUpPayments } }));
  const { requests } = checked('the stub alone', await bench.load({ ...flood, until: { forMs: windowMs } }));
  return { requestsPerSecond: requests / (windowMs / 1_000) };
}
