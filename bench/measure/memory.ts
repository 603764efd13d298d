import type { Bench } from '../machine/bench.ts';
import type { Plan } from '../plan.ts';
import type { Variant } from '../variants/variant.ts';
import { checked } from './wrong-answers.ts';

/** Resident memory in megabytes. */
export interface Memory {
  /** After a tenth of the reads. */
  readonly early: number;
  /** After all of them. */
  readonly late: number;
  readonly most: number;
}

/** A fresh process answers reads, products a fifth as many, and its memory is looked at after every tenth of them. */
export async function measureMemory(bench: Bench, variant: Variant, plan: Plan): Promise<Memory> {
  const memoryReads = variant.sameContract ? plan.memoryReads : plan.memoryReads / 5;
  const server = await bench.start(variant, 'variant');
  const flood = { kind: 'flood', endpoint: server.endpoint, work: 'read', awake: false } as const;
  const megabytes: number[] = [];
  for (let tenth = 0; tenth < 10; tenth++) {
    const until = { requests: memoryReads / 10 };
    checked('reads for memory', await bench.load({ ...flood, until }));
    megabytes.push((await server.sample()).rssBytes / 1_000_000);
  }
  await server.end();
  const [early = Number.NaN] = megabytes;
  return { early, late: megabytes.at(-1) ?? Number.NaN, most: Math.max(...megabytes) };
}
