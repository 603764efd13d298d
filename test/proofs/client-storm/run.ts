import { join } from 'node:path';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { chanceFrom, sleep } from '../storm/chance.ts';
import { type Violations, violations } from '../storm/check.ts';
import { killUntil } from '../storm/killer.ts';
import { readLedger } from '../storm/ledger.ts';
import { type Entry, freePort, startProvider } from '../storm/processes.ts';
import { countOpen, readRecords } from '../storm/records.ts';
import { askAll, startReplicas } from '../storm/run.ts';
import { Wire } from '../storm/wire.ts';
import { Apps } from './apps.ts';
import { Network } from './network.ts';

export interface Plan {
  readonly seed: number;
  readonly cancels: number;
  readonly loadMs: number;
  readonly killEveryMs: readonly [number, number];
  readonly entry: Entry;
}

export interface ClientStorm {
  readonly apps: Apps;
  readonly network: Network['counts'];
  readonly kills: number;
  readonly violations: Violations;
  readonly carriedOut: number;
  readonly failures: readonly string[];
}

/** How long apps and gateway have, once everything works again, to find out what became of everything. */
const settleWithinMs = 90_000;

/** Apps, the network, a gateway on SQLite that is killed, and a provider: real processes, real sockets. */
export async function runClientStorm(plan: Plan): Promise<ClientStorm> {
  const folder = temporaryDirectory('client-storm');
  const databaseUrl = `file:${join(folder, 'storm.db')}`;
  const ledgerPath = join(folder, 'ledger.jsonl');
  const wire = new Wire();
  const ends: (() => unknown)[] = [() => wire.close()];
  try {
    const provider = await startProvider(ledgerPath, plan.seed);
    ends.push(() => provider.end());
    const replicas = await startReplicas({ mode: 'sqlite', entry: plan.entry }, databaseUrl, provider.port);
    ends.push(() => Promise.all(replicas.map((replica) => replica.end())));
    await Promise.all(replicas.map((replica) => replica.ready()));
    const url = replicas[0]?.url ?? '';

    const port = await freePort();
    const network = new Network(Number(new URL(url).port), chanceFrom(plan.seed + 1));
    await network.listen(port);
    ends.push(() => network.close());

    const apps = new Apps(`http://127.0.0.1:${port}/graphql`, chanceFrom(plan.seed + 2));
    const endsAt = Date.now() + plan.loadMs;
    const killing = killUntil(replicas, endsAt, plan.killEveryMs, chanceFrom(plan.seed + 3));
    const [kills] = await Promise.all([killing, network.outagesUntil(endsAt), apps.open(plan.cancels, plan.loadMs)]);
    network.calm();
    await settled(apps, databaseUrl);

    const evidence = {
      flows: apps.flows,
      ledger: readLedger(ledgerPath),
      records: await readRecords(databaseUrl),
      finalAnswers: [await askAll(wire, url, apps.flows)],
    };
    return {
      apps,
      network: network.counts,
      kills: kills.count,
      violations: violations(evidence),
      carriedOut: evidence.ledger.effects.size,
      failures: replicas.flatMap(({ failures }) => failures),
    };
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

/** Until every app knows and no record is open, or the time is up. */
async function settled(apps: Apps, databaseUrl: string): Promise<void> {
  const until = Date.now() + settleWithinMs;
  let idle = false;
  const done = apps.idle().then(() => {
    idle = true;
  });
  while (Date.now() < until && !(idle && (await countOpen(databaseUrl)) === 0)) await sleep(500);
  apps.stop();
  await done;
}
