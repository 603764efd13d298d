import { join } from 'node:path';
import { startPostgres } from '../../store/postgres-server.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { chanceFrom, sleep } from './chance.ts';
import { type Evidence, type Violations, violations } from './check.ts';
import { Clients } from './clients.ts';
import type { Answer, Flow } from './history.ts';
import { type Kills, killUntil } from './killer.ts';
import { readLedger } from './ledger.ts';
import { type Entry, freePort, Replica, startProvider } from './processes.ts';
import { countOpen, readRecords } from './records.ts';
import { Wire } from './wire.ts';

export type Mode = 'postgres' | 'sqlite';

export interface Plan {
  readonly mode: Mode;
  readonly seed: number;
  readonly loadMs: number;
  readonly perSecond: number;
  readonly killEveryMs: readonly [number, number];
  readonly entry: Entry;
}

export interface Storm {
  readonly plan: Plan;
  readonly kills: Kills;
  readonly evidence: Evidence;
  readonly violations: Violations;
  /** Arrivals that the bound on waiting clients kept back. */
  readonly held: number;
  /** Milliseconds after the last kill at which each record became final that was not final by then. */
  readonly settledAfterMs: readonly number[];
  /** GraphQL errors, and lines that a gateway should not have written. */
  readonly unexpected: readonly string[];
  readonly failures: readonly string[];
}

/** What the issue allows from the last kill to the last settlement. */
export const settleWithinMs = 35_000;
/** What is waited beyond that, to tell late from never. */
const marginMs = 25_000;

/** Runs one storm from nothing to its figures; every process it started has ended when it resolves. */
export async function runStorm(plan: Plan): Promise<Storm> {
  const folder = temporaryDirectory('storm');
  const wire = new Wire();
  const ends: (() => Promise<void>)[] = [() => wire.close()];
  try {
    const databaseUrl = await databaseFor(plan.mode, folder, ends);
    const ledgerPath = join(folder, 'ledger.jsonl');
    const provider = await startProvider(ledgerPath, plan.seed);
    ends.push(() => provider.end());
    const replicas = await startReplicas(plan, databaseUrl, provider.port);
    ends.push(async () => void (await Promise.all(replicas.map((replica) => replica.end()))));
    await Promise.all(replicas.map((replica) => replica.ready()));

    const urls = replicas.map(({ url }) => url);
    const clients = new Clients(urls, wire, chanceFrom(plan.seed + 1));
    const killing = killUntil(replicas, Date.now() + plan.loadMs, plan.killEveryMs, chanceFrom(plan.seed + 2));
    const [kills] = await Promise.all([killing, clients.load(plan.perSecond, plan.loadMs)]);
    await settled(clients, databaseUrl, kills.lastAt + settleWithinMs + marginMs);

    const records = await readRecords(databaseUrl);
    const finalAnswers = await Promise.all(urls.map((url) => askAll(wire, url, clients.flows)));
    const evidence: Evidence = { flows: clients.flows, ledger: readLedger(ledgerPath), records, finalAnswers };
    const endedAt = records.rows.map(({ finished, updated }) => (finished ?? updated) - kills.lastAt);
    return {
      plan,
      kills,
      evidence,
      violations: violations(evidence),
      held: clients.held,
      settledAfterMs: endedAt.filter((ms) => ms > 0).sort((a, b) => a - b),
      unexpected: clients.unexpected,
      failures: replicas.flatMap(({ failures }) => failures),
    };
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

async function databaseFor(mode: Mode, folder: string, ends: (() => Promise<void>)[]): Promise<string> {
  if (mode === 'sqlite') return `file:${join(folder, 'storm.db')}`;
  const postgres = await startPostgres();
  ends.push(() => postgres.stop());
  return postgres.freshUrl();
}

export async function startReplicas(
  { mode, entry }: Pick<Plan, 'mode' | 'entry'>,
  databaseUrl: string,
  providerPort: number,
): Promise<Replica[]> {
  const provider = `http://127.0.0.1:${providerPort}`;
  const env = {
    DATABASE_URL: databaseUrl,
    MERCADO_PAGO_BASE_URL: provider,
    MERCADO_PAGO_ACCESS_TOKEN: 'TEST-storm',
    VTEX_PROVIDER_BASE_URL: `${provider}/ppp`,
    VTEX_APP_KEY: 'storm',
    VTEX_APP_TOKEN: 'storm-token',
  };
  const replicas: Replica[] = [];
  for (let n = 0; n < (mode === 'postgres' ? 2 : 1); n++) replicas.push(new Replica(await freePort(), entry, env));
  for (const replica of replicas) replica.start();
  return replicas;
}

/** Until every client knows and no record is open, or the time is up. The store is asked itself: a query would reconcile. */
async function settled(clients: Clients, databaseUrl: string, until: number): Promise<void> {
  let knows = false;
  const idle = clients.idle().then(() => {
    knows = true;
  });
  while (Date.now() < until && !(knows && (await countOpen(databaseUrl)) === 0)) await sleep(500);
  clients.stop();
  await idle;
}

/** The gateway answers no more root fields in one document. */
const atOnce = 5;

export async function askAll(wire: Wire, url: string, flows: readonly Flow[]): Promise<Map<string, Answer | null>> {
  const keys = [...new Set(flows.map(({ key }) => key))];
  const answers = new Map<string, Answer | null>();
  for (let from = 0; from < keys.length; from += atOnce) {
    const some = keys.slice(from, from + atOnce);
    const found = await wire.followAll(url, some);
    for (const [n, key] of some.entries()) answers.set(key, found[n] ?? null);
  }
  return answers;
}
