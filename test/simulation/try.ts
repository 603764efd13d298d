import { Coverage } from './coverage.ts';
import { generate } from './generate.ts';
import { fromMacrotask } from './microtasks.ts';
import { seedOf } from './random.ts';
import { World } from './world.ts';
const n = Number(process.argv[2] ?? 1000);
await fromMacrotask(() => {
  const coverage = new Coverage();
  const by = new Map<string, number>();
  const t = performance.now();
  for (let i = 0; i < n; i++) {
    const schedule = generate(seedOf(1, i));
    const v = new World(schedule, coverage).run();
    for (const x of v.slice(0, 1)) {
      const k = `${x.invariant} ${schedule.behaviour}`;
      by.set(k, (by.get(k) ?? 0) + 1);
      if ((by.get(k) ?? 0) <= 1) console.log(i, x, JSON.stringify(schedule));
    }
  }
  console.log((n / (performance.now() - t)) * 1000, 'per s');
  console.log(by);
  if (process.argv[3]) console.log([...coverage.counts].sort());
});
