import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freshIds, gatewayVariables, startEmulator } from '../../../src/emulator/index.ts';
import { freshDatabase } from '../../doubles/fresh-database.ts';
import { startProcess } from '../../doubles/gateway-process.ts';
import { startIssuer } from '../../doubles/tokens.ts';
import { post } from '../../e2e/ask.ts';
import { figuresOf } from './process-figures.ts';
import { Subscriber } from './subscriber.ts';

/*
 * `npm run subscribers`: ten thousand subscribers to cancellations that are not settled, each with a connection of its own,
 * asleep for a minute; then every outcome is found out. Fails when one of them is not told, or told wrongly, or costs more
 * memory than it may. Prints what they cost and never fails for a time.
 */

const { values } = parseArgs({ options: { short: { type: 'boolean' }, subscribers: { type: 'string' } } });
const count = Number(values.subscribers ?? (values.short ? 1_000 : 10_000));
const asleepMs = values.short ? 10_000 : 60_000;
/** So many cancellations they follow, by turns. */
const followed = values.short ? 20 : 100;
const connectionsPerCaller = 50;
/** Bytes. Of a thousand much is what the gateway has not tidied up yet. */
const mostMemory = (values.short ? 256 : 64) * 1_024;

const scope = 'payments:cancel cancellations:read';
const troubles: string[] = [];
const outages: { release(): void }[] = [];

const emulator = await startEmulator();
const issuer = await startIssuer();
const gateway = startProcess(
  {
    NODE_ENV: 'test',
    PORT: '0',
    ...gatewayVariables(emulator),
    ...issuer.env,
    DATABASE_URL: freshDatabase(),
    MAX_LIVE_CONNECTIONS: String(count),
    RATE_LIMIT_CANCELS_PER_MINUTE: '0',
    RATE_LIMIT_READS_PER_MINUTE: '0',
  },
  { stderr: 'inherit' },
);
try {
  await run(await gateway.url);
} finally {
  await gateway.stop();
  await emulator.close();
}
for (const trouble of new Set(troubles)) console.error(trouble);
process.exitCode = troubles.length > 0 ? 1 : 0;

async function run(url: string): Promise<void> {
  const pid = gateway.child.pid ?? 0;
  const ids = await openCancellations(url);
  const exp = Math.floor(Date.now() / 1_000) + 3_500;
  const callers = await Promise.all(
    Array.from({ length: Math.ceil(count / connectionsPerCaller) }, (_, n) =>
      issuer.bearer({ scope, sub: `app-${n}`, exp }),
    ),
  );

  const before = figuresOf(pid);
  const startedAt = performance.now();
  const subscribers: Subscriber[] = [];
  for (let n = 0; n < count; n += 1) {
    const { authorization = '' } = callers[Math.floor(n / connectionsPerCaller)] ?? {};
    subscribers.push(new Subscriber(url, authorization, ids[n % ids.length] ?? ''));
    if (n % 100 === 99) await all(subscribers.slice(-100), ({ told }) => told > 0);
  }
  await all(subscribers, ({ told }) => told > 0);
  const connectedMs = performance.now() - startedAt;
  const connected = figuresOf(pid);

  await wait(asleepMs);
  const asleep = figuresOf(pid);
  const perSubscriber = (asleep.memory - before.memory) / count;
  const cpu = (asleep.cpuMs - connected.cpuMs) / asleepMs;

  for (const outage of outages) outage.release();
  const settlingAt = performance.now();
  await all(subscribers, ({ isComplete }) => isComplete);
  const settledMs = performance.now() - settlingAt;
  const settled = figuresOf(pid);

  const wrong = subscribers.filter(({ outcome }) => outcome !== 'CANCELLED').length;
  if (wrong > 0) troubles.push(`${wrong} subscribers were not told that their payment was cancelled.`);
  if (perSubscriber > mostMemory)
    troubles.push(`A subscriber takes ${kib(perSubscriber)}, and may take ${kib(mostMemory)}.`);
  for (const subscriber of subscribers) subscriber.end();

  console.log(`
| ${count} subscribers to ${ids.length} cancellations | |
| --- | --- |
| memory of the gateway before, with all of them asleep | ${mib(before.memory)}, ${mib(asleep.memory)} |
| memory for each | ${kib(perSubscriber)} |
| to connect and be told how it stands, all of them | ${seconds(connectedMs)} |
| processor time for each of that | ${((connected.cpuMs - before.cpuMs) / count).toFixed(2)} ms |
| processor while all sleep for ${seconds(asleepMs)} | ${(100 * cpu).toFixed(1)} % of a core |
| from the provider's return until the last was told the outcome | ${seconds(settledMs)} |
| processor time for each of that | ${((settled.cpuMs - asleep.cpuMs) / count).toFixed(2)} ms |`);
}

/** Cancelled at the provider, but neither the cancel's answer nor any read comes through. */
async function openCancellations(url: string): Promise<string[]> {
  outages.push(
    emulator.override({ method: 'PUT', times: 1_000_000, effect: 'after', answer: { status: 500 } }),
    emulator.override({ method: 'GET', times: 1_000_000, answer: { status: 500 } }),
  );
  const query =
    'mutation ($input: CancelPaymentInput!) { cancelPayment(input: $input) { outcome cancellation { id } } }';
  const headers = await issuer.bearer({ scope });
  const cancel = async (n: number) => {
    const variables = { input: { paymentId: freshIds.MERCADO_PAGO.payment(70_000 + n) } };
    const { body } = await post(url, { query, variables }, headers);
    const { outcome, cancellation } = (body.data?.['cancelPayment'] ?? {}) as {
      outcome?: string;
      cancellation?: { id: string } | null;
    };
    // Of those that the circuit held back nothing more is found out.
    return outcome === 'UNKNOWN' && cancellation ? [cancellation.id] : [];
  };
  const ids = (await Promise.all(Array.from({ length: followed }, (_, n) => cancel(n)))).flat();
  if (ids.length === 0) throw new Error('No cancellation is open that could be followed.');
  return ids;
}

/** Waits until something holds for all of them, or one of them is in trouble, or for five minutes. */
async function all(subscribers: readonly Subscriber[], holds: (subscriber: Subscriber) => boolean): Promise<void> {
  const end = performance.now() + 5 * 60_000;
  for (;;) {
    if (performance.now() > end) throw new Error('Subscribers wait for something that does not come.');
    const trouble = subscribers.find((subscriber) => subscriber.trouble !== null)?.trouble;
    if (trouble) throw new Error(`A subscriber was cut off: ${trouble}`);
    if (subscribers.every(holds)) return;
    await wait(20);
  }
}

function mib(bytes: number): string {
  return `${(bytes / 1_024 ** 2).toFixed(0)} MiB`;
}

function kib(bytes: number): string {
  return `${(bytes / 1_024).toFixed(1)} KiB`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
