import { parseArgs } from 'node:util';
import { print } from '../outage/table.ts';
import { endAll } from './processes.ts';
import { figuresOf, lateOnes } from './report.ts';
import { type Mode, runStorm, type Storm } from './run.ts';

/**
 * `npm run storm` kills gateways under load and holds what clients were told against what the provider did; see
 * docs/storm.md. Exits with 1 when a promise was broken.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    mode: { type: 'string', default: 'both' },
    rate: { type: 'string', default: '50' },
  },
});
/** Set aside for starting and for settling: a lease of a killed replica runs for 28 s. */
const settlingSeconds = 40;
const shown = 5;

const [seconds, seed, perSecond] = [values.seconds, values.seed, values.rate].map(Number);
const modes: Mode[] = (['postgres', 'sqlite'] as const).filter((mode) => [mode, 'both'].includes(values.mode));
if (!seconds || !perSecond || seed === undefined || Number.isNaN(seed) || modes.length === 0) {
  console.error('Usage: storm [--seconds 60] [--seed 1] [--mode postgres|sqlite|both] [--rate 50]');
  process.exit(2);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void endAll().then(() => process.exit(130)));
const loadMs = Math.max(10, seconds - settlingSeconds) * 1_000;
console.log(`seed ${seed}, ${loadMs / 1_000} s of load, then settling; ${modes.join(' and ')}`);
const began = Date.now();
try {
  // Side by side, the modes share the rate.
  const plan = {
    seed,
    loadMs,
    perSecond: perSecond / modes.length,
    killEveryMs: [2_000, 10_000],
    entry: 'dist/bundle/gateway.js',
  } as const;
  const storms = await Promise.all(modes.map((mode) => runStorm({ ...plan, mode })));
  const figures = storms.flatMap(figuresOf);
  print(figures);
  for (const storm of storms) explain(storm);
  console.log(`took ${((Date.now() - began) / 1_000).toFixed(0)} s`);
  if (figures.some(({ ok }) => ok === false)) process.exitCode = 1;
} finally {
  await endAll();
}

/** How often each kind of thing was found, and the first few of each. */
function explain(storm: Storm): void {
  const { plan, violations, unexpected, failures } = storm;
  for (const [what, found] of Object.entries({ ...violations, late: lateOnes(storm), unexpected, failures })) {
    const kinds = new Map<string, string[]>();
    for (const one of found) {
      const kind = what in violations ? (one.split(':')[0] ?? '') : what;
      kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
    }
    for (const [kind, ones] of kinds) {
      console.log(`${plan.mode}, ${what}: ${kind}: ${ones.length}`);
      for (const one of ones.slice(0, shown)) console.log(`  ${one}`);
    }
  }
}
