import { parseArgs } from 'node:util';
import { atMost, type Figure, plain, print } from '../outage/table.ts';
import { endAll } from '../storm/processes.ts';
import { type ClientStorm, runClientStorm } from './run.ts';

/**
 * `npm run client:storm` cancels through the client package while the gateway is killed and the network between them is cut,
 * slowed and taken away, and holds every promise against what the provider did. Exits with 1 when one was broken.
 */
const { values } = parseArgs({
  options: {
    cancels: { type: 'string', default: '1000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const [cancels, seed] = [Number(values.cancels), Number(values.seed)];
if (!(cancels > 0) || Number.isNaN(seed)) {
  console.error('Usage: client:storm [--cancels 1000] [--seed 1]');
  process.exit(2);
}
const perSecond = 20;
const shown = 5;

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void endAll().then(() => process.exit(130)));
console.log(`seed ${seed}, ${cancels} cancels through the package, ${perSecond} a second, then settling; SQLite`);
try {
  const loadMs = (cancels * 1_000) / perSecond;
  const storm = await runClientStorm({
    seed,
    cancels,
    loadMs,
    killEveryMs: [2_000, 8_000],
    entry: 'dist/bundle/gateway.js',
  });
  const figures = figuresOf(storm, cancels);
  print(figures);
  for (const [what, found] of Object.entries({
    ...storm.violations,
    rejected: storm.apps.rejected,
    failures: storm.failures,
  }))
    for (const one of found.slice(0, shown)) console.log(`${what}: ${one}`);
  if (figures.some(({ ok }) => ok === false)) process.exitCode = 1;
} finally {
  await endAll();
}

function figuresOf({ apps, network, kills, violations, carriedOut }: ClientStorm, asked: number): Figure[] {
  const { flows, rejected, foreignKeys, resumed } = apps;
  const none = (figure: string, value: number) => atMost(figure, value, 0, '', true, 0);
  const promises = flows.flatMap(({ exchanges }) => exchanges);
  const unknown = promises.filter(({ answer }) => answer?.outcome === 'UNKNOWN').length;
  return [
    plain('cancels / promises / of them UNKNOWN', `${flows.length} / ${promises.length} / ${unknown}`),
    plain('apps that went on with their key', String(resumed)),
    plain('kills / outages of the network / turned away', `${kills} / ${network.outages} / ${network.turnedAway}`),
    plain('requests lost / answers lost', `${network.lostOnTheWayThere} / ${network.answerLost}`),
    plain('requests slowed / swallowed', `${network.slowed} / ${network.swallowed}`),
    plain('carried out by the provider', String(carriedOut)),
    none('promises that did not resolve', rejected.length + (asked - flows.length - rejected.length)),
    none("keys that were not the app's", foreignKeys.length),
    none('double', violations.double.length),
    none('lost', violations.lost.length),
    none('untrue', violations.wrong.length),
    none('records and promises that disagree', violations.disagreeing.length),
  ];
}
