import type { World } from './children.ts';
import { type Load, percentile, type Served } from './load.ts';
import type { Mode } from './provider.ts';
import { atLeast, atMost, type Figure, plain } from './table.ts';

export interface Plan {
  readonly perSecond: number;
  readonly warmSeconds: number;
  readonly outageSeconds: number;
  /** How long the backlog may take before the bench stops waiting. */
  readonly patienceSeconds: number;
}

const seconds = (ms: number) => ms / 1_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Everything fails for a while, then heals under load: what was sent meanwhile, and how the gateway comes back. */
export async function fullOutage(world: World, load: Load, mode: Mode, plan: Plan): Promise<Figure[]> {
  const { perSecond, warmSeconds, outageSeconds, patienceSeconds } = plan;
  await load.run('a', perSecond, warmSeconds);
  await load.idle();
  const normal = percentile(load.served.slice(-perSecond * warmSeconds), 0.99);
  const { sent, circuitFrom } = { sent: await sends(world), circuitFrom: world.circuit.length };

  const began = await world.mode('a', mode);
  await load.run('a', perSecond, outageSeconds);
  const sentAtHeal = await sends(world);
  const healed = await world.mode('a', 'ok');
  const backlog = () => [...world.open.values()].filter(({ createdAt }) => createdAt >= began && createdAt < healed);
  // An attempt that hangs when the provider heals is known to be lost only at its own deadline.
  const drained = () => Date.now() > healed + 20_000 && backlog().every(({ settledAt }) => settledAt !== null);
  await load.run('a', perSecond, patienceSeconds, drained);
  const sentAtEnd = await sends(world);
  const ended = Date.now();
  await load.idle();

  const changes = world.circuit
    .slice(circuitFrom)
    .map((change) => ({ ...change, sent: sendsIn(world, change.attempts) }));
  const opened = changes.find(({ state }) => state === 'open');
  const closed = changes.find(({ state, at }) => state === 'closed' && at >= healed);
  const name = `outage (${mode})`;
  if (opened === undefined)
    return [{ figure: `${name}: circuit opens`, target: 'yes', measured: 'no', ok: false, fails: true }];
  const requests = (from: number, to: number) =>
    load.served.filter(({ side, at }) => side === 'a' && at >= from && at < to);
  const before = requests(began, opened.at);
  const after = requests(opened.at, healed);
  const rows = [
    cancelsPerRequest(
      `F6 ${name}: cancels sent per cancel asked for, until the circuit opens`,
      before,
      opened.sent,
      sent,
      mode,
    ),
    plain(
      `F6 ${name}: all calls per request until then, read-backs included`,
      ratio(opened.sent.all - sent.all, before.length),
    ),
    plain(`F6 ${name}: circuit opens after`, `${seconds(opened.at - began).toFixed(1)} s, ${before.length} requests`),
    atMost(
      `F6 ${name}: calls per request once it is open`,
      (sentAtHeal.all - opened.sent.all) / after.length,
      0.02,
      '×',
      true,
      4,
    ),
    atMost(
      `F6 ${name}: calls per request over all`,
      (sentAtHeal.all - sent.all) / (before.length + after.length),
      1.1,
      '×',
      true,
      4,
    ),
    atMost(
      `F7 ${name}: circuit closed after the provider heals`,
      seconds((closed?.at ?? Infinity) - healed),
      5,
      ' s',
      false,
      1,
    ),
  ];
  if (closed === undefined) return rows;

  const settled = backlog()
    .map(({ settledAt }) => (settledAt ?? Infinity) - healed)
    .sort((a, b) => a - b);
  const share = (limitMs: number) => settled.filter((ms) => ms <= limitMs).length / Math.max(1, settled.length);
  const asked = requests(closed.at, ended).length;
  const later = requests(healed + 10_000, healed + 20_000);
  const last = settled.length === 0 ? 0 : seconds(settled.at(-1) ?? 0);
  return [
    ...rows,
    atLeast(
      `F7 ${name}: backlog of ${settled.length} settled within 30 s`,
      settled.length === 0 ? 1 : share(30_000),
      0.95,
      false,
    ),
    atLeast(
      `F7 ${name}: backlog settled within 5 min (last after ${last.toFixed(1)} s)`,
      settled.length === 0 ? 1 : share(300_000),
      1,
      true,
    ),
    atMost(
      `F7 ${name}: calls beyond those of callers while it drains`,
      (100 * (sentAtEnd.all - closed.sent.all - asked)) / asked,
      10,
      ' %',
      false,
      1,
    ),
    atMost(
      `F7 ${name}: p99 ten seconds after healing (before: ${normal.toFixed(0)} ms)`,
      percentile(later, 0.99),
      Math.max(50, 2 * normal),
      ' ms',
      false,
      0,
    ),
  ];
}

/** Half of what is asked fails at once. */
export async function brownOut(world: World, load: Load, plan: Plan): Promise<Figure[]> {
  await load.run('a', plan.perSecond, plan.warmSeconds);
  await load.idle();
  const [sent, from] = [await sends(world), load.served.length];
  await world.mode('a', 'brown-out');
  await load.run('a', plan.perSecond, plan.outageSeconds);
  await load.idle();
  const [sentThen, served] = [await sends(world), load.served.slice(from)];
  await world.mode('a', 'ok');
  await until(() => [...world.open.values()].every(({ settledAt }) => settledAt !== null), plan.patienceSeconds);
  return [
    cancelsPerRequest('F6 brown-out 50 %: cancels sent per cancel asked for', served, sentThen, sent, 'brown-out'),
    plain(
      'F6 brown-out 50 %: all calls per request, read-backs and reconciliations included',
      ratio(sentThen.all - sent.all, served.length),
    ),
  ];
}

/** Every call to provider A hangs for half a minute while provider B is asked as before. */
export async function isolation(world: World, load: Load, plan: Plan): Promise<Figure[]> {
  const both = async (perSecond: number, duration: number) => {
    const from = Date.now();
    await Promise.all([load.run('a', perSecond, duration), load.run('b', perSecond, duration)]);
    await load.idle();
    return load.served.filter(({ side, at }) => side === 'b' && at >= from);
  };
  await both(plan.perSecond, plan.warmSeconds);
  const without = await both(plan.perSecond, plan.outageSeconds);
  const { rss } = await world.stats();
  await world.mode('a', 'hang');
  const during = await both(plan.perSecond, plan.outageSeconds);
  const [stats, counts] = [await world.stats(), await world.counts()];
  await world.mode('a', 'ok');
  const [p99Without, p99] = [percentile(without, 0.99), percentile(during, 0.99)];
  const cancelled = during.filter(({ outcome }) => outcome === 'CANCELLED').length;
  return [
    atLeast('F8 isolation: cancels that succeed at B while A hangs', cancelled / during.length, 1, true),
    atMost(
      `F8 isolation: p99 of B while A hangs (without: ${p99Without.toFixed(1)} ms)`,
      (100 * (p99 - p99Without)) / p99Without,
      10,
      ' % more',
      false,
      0,
    ),
    atMost('F8 isolation: calls in flight at A', counts.a.mostHanging, 256, '', true, 0),
    atMost('F8 isolation: memory', (stats.rss - rss) / 2 ** 20, 64, ' MB more', false, 0),
  ];
}

interface Sends {
  readonly all: number;
  readonly cancels: number;
}

async function sends(world: World): Promise<Sends> {
  return sendsIn(world, (await world.stats()).attempts);
}

function sendsIn(world: World, attempts: Record<string, number>): Sends {
  const of = (method: string) => attempts[`${world.ports.a} ${method}`] ?? 0;
  return { all: of('PUT') + of('GET') + of('CONNECT'), cancels: of('PUT') };
}

function cancelsPerRequest(figure: string, served: readonly Served[], then: Sends, from: Sends, mode: Mode): Figure {
  // A connection that cannot be made does not say what it was for.
  if (mode === 'refuse') return atMost(figure, (then.all - from.all) / served.length, 1.1, '×', true);
  const asked = served.filter(({ kind }) => kind === 'cancel').length;
  return atMost(figure, (then.cancels - from.cancels) / asked, 1.1, '×', true);
}

function ratio(value: number, of: number): string {
  return `${(value / of).toFixed(2)}×`;
}

async function until(condition: () => boolean, patienceSeconds: number): Promise<void> {
  const end = Date.now() + patienceSeconds * 1_000;
  while (!condition() && Date.now() < end) await sleep(250);
}
