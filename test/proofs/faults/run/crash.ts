import { setTimeout as wait } from 'node:timers/promises';
import { freshDatabase } from '../../../doubles/fresh-database.ts';
import { healthy } from '../../../doubles/provider/faults.ts';
import { FaultyProvider } from '../provider/provider.ts';
import { type FaultyTarget, faultyTarget } from '../provider/target.ts';
import { type Cell, earlyAnswer, firstExpectation } from '../rows/matrix.ts';
import type { Speed } from '../speed.ts';
import { Client } from './ask.ts';
import { bugs, leaks } from './checks.ts';
import { type ChildGateway, startChild } from './child-gateway.ts';
import { faultPlanOf } from './fault-plan.ts';
import type { Setup } from './gateway.ts';
import type { Result } from './matrix.ts';

interface Interrupted {
  readonly cell: Cell;
  readonly target: FaultyTarget;
}

/** Reads that hang hold a connection each, and a gateway makes 32 at most to one API of a provider that has two. */
const perApi = 28;
/** Fewer lost answers than open the circuit breaker; then its window is let pass. */
const perWindow = 4;

/**
 * Gateways that are killed while they read back, one after the other on the same store, and a last one that finds what
 * they left, a provider that is well, and the same keys coming back.
 */
export async function runCrashes(cells: readonly Cell[], speed: Speed): Promise<Result[]> {
  if (cells.length === 0) return [];
  const provider = new FaultyProvider();
  const base = `http://127.0.0.1:${await provider.listen()}`;
  // A read-back lasts until the end of its process, however long the others take to come as far.
  const setup = {
    mercadoPagoUrl: base,
    vtexUrl: `${base}/ppp`,
    databaseUrl: freshDatabase(),
    speed,
    readBackMs: 3_600_000,
  };
  const interrupted: Interrupted[] = [];
  const log: string[] = [];
  for (const batch of inBatches(cells)) {
    const gateway = await startChild({ ...setup, reconciling: false });
    interrupted.push(...(await interrupt(gateway, provider, batch)));
    await gateway.kill();
    log.push(...gateway.log);
  }
  for (const { target } of interrupted) target.plan = healthy;
  const violations = [...leaks(log), ...bugs(log)];
  const results = await afterwards(interrupted, provider, { ...setup, readBackMs: undefined, reconciling: true });
  await provider.close();
  // What one of the processes did wrong as a whole is told with every cell.
  return results.map((result) => ({ ...result, violations: [...result.violations, ...violations] }));
}

/** Brings every cell to where its gateway waits for a read-back; at VTEX to where it can only wait. */
async function interrupt(
  gateway: ChildGateway,
  provider: FaultyProvider,
  cells: readonly Cell[],
): Promise<Interrupted[]> {
  const interrupted: Interrupted[] = [];
  const reached: Promise<void>[] = [];
  const client = new Client(gateway.url, () => undefined);
  // The first calls of a process take their time.
  await client.read(provider.add(faultyTarget('Q', healthy)).id);
  await client.cancel(provider.add(faultyTarget('V', healthy)), crypto.randomUUID());
  for (const cell of cells) {
    const { variant, column } = cell;
    // A resend is paid from what many other requests earn.
    if (resends(cell)) {
      const ids = Array.from({ length: 40 }, () => provider.add(faultyTarget('Q', healthy)).id);
      await client.readAll(ids);
    }
    const target = provider.add(faultyTarget(column, faultPlanOf(variant, column, 'crash'), variant.status));
    interrupted.push({ cell, target });
    if (variant.connectionFault === 'unread') await provider.dropConnections();
    const resets = provider.reset;
    provider.unread = variant.connectionFault === 'unread' ? 1 : 0;
    let answered = false;
    const end = () => {
      answered = true;
    };
    client.cancel(target, keyOf(target)).then(end, end);
    const isThere = () =>
      column === 'V'
        ? answered || (hangs(cell) && provider.callsOf(target, 'cancel').length > 0)
        : provider.callsOf(target, 'read').length > 0;
    const there = until(isThere, gateway, `${cell.variant.name}, ${column}`);
    if (hangs(cell)) reached.push(there);
    await (hangs(cell) ? until(() => provider.callsOf(target, 'cancel').length > 0, gateway, variant.name) : there);
    if (variant.connectionFault === 'unread' && provider.reset === resets) throw new Error('Nothing was reset.');
    if (interrupted.length % perWindow === 0) await gateway.jump(11_000);
  }
  await Promise.all(reached);
  return interrupted;
}

async function afterwards(
  interrupted: readonly Interrupted[],
  provider: FaultyProvider,
  setup: Setup,
): Promise<Result[]> {
  const gateway = await startChild(setup);
  const client = new Client(gateway.url, () => undefined);
  const settled = new Set<string>();
  const limit = Date.now() + 60_000 + (interrupted.length * 5_000) / setup.speed;
  for (let seen = 0; Date.now() < limit && interrupted.some(({ target }) => !settled.has(target.id)); await wait(50)) {
    for (const line of gateway.log.slice(seen)) {
      const { event, targetId } = JSON.parse(line);
      if (event === 'cancellationSettled') settled.add(targetId);
    }
    seen = gateway.log.length;
  }
  const results: Result[] = [];
  for (const { cell, target } of interrupted) {
    const violations: string[] = [];
    const expect = (what: string, actual: unknown, expected: unknown) => {
      if (actual !== expected) violations.push(`${what}: ${actual}, not ${expected}`);
    };
    const { answer: expectedAnswer, sends } = cell.expected;
    if (!settled.has(target.id)) violations.push('never settled');
    const { outcome, errorCode, nextAction, replayed } = await client.cancel(target, keyOf(target));
    expect('outcome', outcome, expectedAnswer.outcome);
    expect('code', errorCode, expectedAnswer.code);
    expect('next action', nextAction, expectedAnswer.action);
    expect('replayed', replayed, true);
    expect('sends', provider.callsOf(target, 'cancel').length, sends);
    const keys = new Set(provider.callsOf(target, 'cancel').map(({ key }) => key));
    if (keys.size > 1) violations.push('sent under two keys');
    if (target.executed.size > 1) violations.push('executed twice');
    results.push({ cell, violations });
  }
  await gateway.kill();
  const overall = [...leaks(gateway.log), ...bugs(gateway.log)];
  return results.map((result) => ({ ...result, violations: [...result.violations, ...overall] }));
}

async function until(condition: () => boolean, { log }: ChildGateway, what: string): Promise<void> {
  const limit = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > limit) throw new Error(`Never came to the read-back: ${what}. ${log.slice(-12).join('')}`);
    await wait(3);
  }
}

function hangs(cell: Cell): boolean {
  return earlyAnswer(cell) !== undefined;
}

function resends(cell: Cell): boolean {
  return firstExpectation(cell)?.tries?.startsWith('CC') ?? false;
}

/** At VTEX nothing hangs on, so that only the others count. */
function inBatches(cells: readonly Cell[]): Cell[][] {
  const batches: Cell[][] = [[]];
  for (const cell of cells) {
    const held = batches.at(-1)?.filter(({ column }) => column !== 'V' && column === cell.column) ?? [];
    if (held.length >= perApi) batches.push([]);
    batches.at(-1)?.push(cell);
  }
  return batches;
}

function keyOf({ id }: FaultyTarget): string {
  return `crash-${id}`;
}
