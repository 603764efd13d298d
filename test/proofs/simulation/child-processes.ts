import { fork } from 'node:child_process';
import type { Order } from './child.ts';
import { Coverage } from './coverage.ts';
import type { Share, Tally } from './run-schedules.ts';

/** One process does one order. A small young generation makes a simulation spend a third of its time collecting garbage. */
export function runInChild<T>(file: string, order: Order): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = fork(file, { execArgv: ['--max-semi-space-size=32'] });
    child.once('message', (answer) => resolve(answer as T));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) reject(new Error(`A simulating process ended with ${code}.`));
    });
    child.send(order);
  });
}

/** Shares a run of schedules out among processes. */
export async function runInParallel(file: string, seed: number, runs: number, processes: number): Promise<Tally> {
  const shares = Array.from({ length: processes }, (_, from): Share => ({ seed, from, step: processes, runs }));
  const tallies = await Promise.all(
    shares.map((share) => runInChild<Tally>(file, { do: 'run', share, mostFindings: 5 })),
  );
  const coverage = new Coverage();
  for (const tally of tallies) coverage.add(tally.coverage);
  return {
    ran: tallies.reduce((sum, { ran }) => sum + ran, 0),
    findings: tallies.flatMap(({ findings }) => findings).sort((a, b) => a.path - b.path),
    coverage: [...coverage.counts],
  };
}
