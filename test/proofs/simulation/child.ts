import { seedOf } from '../../doubles/random.ts';
import { Coverage } from './coverage.ts';
import { generate } from './generate.ts';
import { fromMacrotask } from './microtasks.ts';
import { runOne, runSchedules, type Share } from './run-schedules.ts';
import { keep, shrink } from './shrink.ts';

/** What a process of the simulation is asked to do. */
export type Order =
  | { readonly do: 'run'; readonly share: Share; readonly mostFindings: number }
  | { readonly do: 'replay'; readonly seed: number; readonly path: number; readonly kept: readonly number[] | null };

process.once('message', async (order: Order) => {
  const answer = order.do === 'run' ? await runSchedules(order.share, order.mostFindings) : await replay(order);
  process.send?.(answer, () => process.disconnect());
});

/** One schedule again, and what is left of it when everything is left out that its violation does not need. */
function replay({ seed, path, kept }: Extract<Order, { do: 'replay' }>) {
  return fromMacrotask(() => {
    const whole = generate(seedOf(seed, path));
    const schedule = kept === null ? whole : keep(whole, kept);
    const violations = runOne(schedule, new Coverage());
    const [first] = violations;
    return { schedule, violations, shrunk: first === undefined ? null : shrink(whole, first) };
  });
}

export type Replay = Awaited<ReturnType<typeof replay>>;
