import { World } from './children.ts';
import { integrity } from './integrity.ts';
import { Load } from './load.ts';
import { brownOut, fullOutage, isolation, type Plan } from './scenarios.ts';
import { type Figure, print } from './table.ts';

/**
 * `npm run outage` measures what the gateway does while its providers do not work, on loopback and with processes of its
 * own: about 30 minutes, or 7 with `--short`; names of scenarios choose among them. Exits with 1 when a figure of reliability is missed.
 */
const short = process.argv.includes('--short');
const plan: Plan = short
  ? { perSecond: 50, warmSeconds: 5, outageSeconds: 20, patienceSeconds: 90 }
  : { perSecond: 200, warmSeconds: 10, outageSeconds: 300, patienceSeconds: 300 };
/** Neither the brown-out nor the isolation says more after a minute. */
const briefly: Plan = { ...plan, outageSeconds: Math.min(60, plan.outageSeconds) };

/** How others would amplify a full outage: from their retry policies, not measured. */
const rivals: Figure[] = [
  ['official mercadopago SDK (3 retries)', '4.00×'],
  ['undici RetryAgent (5 retries)', '6.00×'],
  ['a retry budget of 10 % without a circuit', '1.10×'],
].map(([figure, measured]) => ({ figure: `computed: ${figure}`, target: '', measured: measured ?? '', ok: null }));

const world = new World();
const rows: Figure[] = [];
try {
  await world.begin();
  const load = new Load(world.url);
  // The first requests meet code that has never run.
  await load.run('a', plan.perSecond, 5);
  await load.run('b', plan.perSecond, 5);
  const scenarios: Record<string, () => Promise<Figure[]>> = {
    refuse: () => fullOutage(world, load, 'refuse', plan),
    hang: () => fullOutage(world, load, 'hang', plan),
    500: () => fullOutage(world, load, '500', plan),
    'brown-out': () => brownOut(world, load, briefly),
    isolation: () => isolation(world, load, briefly),
  };
  const chosen = process.argv.slice(2).filter((word) => word in scenarios);
  for (const [name, scenario] of Object.entries(scenarios)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const found = await scenario();
    rows.push(...found);
    for (const { figure, measured } of found) console.log(`${figure}: ${measured}`);
    await settled();
  }
  rows.push(...(await integrity(world, load)));
  await load.close();
} finally {
  await world.end();
}
console.log();
print([...rows, ...rivals]);
if (rows.some(({ ok, fails }) => ok === false && fails)) process.exitCode = 1;

/** The next scenario starts with nothing left over: no call on its way, no cancellation open, no circuit open. */
async function settled(): Promise<void> {
  const end = Date.now() + plan.patienceSeconds * 1_000;
  await new Promise((resolve) => setTimeout(resolve, 20_000));
  const isOpen = () => [...world.open.values()].some(({ settledAt }) => settledAt === null);
  while ((isOpen() || world.circuit.at(-1)?.state === 'open') && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
