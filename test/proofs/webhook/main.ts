import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freshIds, gatewayVariables, startEmulator } from '../../../src/emulator/index.ts';
import { freshDatabase } from '../../doubles/fresh-database.ts';
import { startProcess } from '../../doubles/gateway-process.ts';
import { cancelPayment } from '../../e2e/ask.ts';
import { until } from '../../e2e/time.ts';
import { plain, print } from '../outage/table.ts';

/**
 * `npm run webhook`: how long it takes from a notification to the settled record. A cancel is executed and its answer lost; the
 * provider cannot be read until the next appointment is seconds away, then it can, and tells that the payment has changed. The
 * first cancel is not told of, to compare with. Exits with 1 when one of them does not end as cancelled.
 */
const { values } = parseArgs({ options: { cancels: { type: 'string', default: '5' } } });
const cancels = Number(values.cancels);
if (!Number.isInteger(cancels) || cancels < 1) throw new Error('--cancels takes a whole number from 1 on.');

const patienceMs = 60_000;
const serial = Math.floor(Date.now() / 1_000);
/** When the record of each cancellation was settled, and how. */
const settled = new Map<string, { readonly at: number; readonly outcome: string }>();

const emulator = await startEmulator();
const settings = { NODE_ENV: 'test', PORT: '0', DATABASE_URL: freshDatabase(), ...gatewayVariables(emulator) };
const gateway = startProcess(settings, { stderr: 'inherit', onLine: noteSettled });
try {
  const receiver = new URL('/webhooks/mercado-pago', await gateway.url).href;
  const untold = await settledAfter(async () => undefined, 0);
  const answered: number[] = [];
  const told: number[] = [];
  for (let n = 1; n <= cancels; n += 1) {
    const tell = async (id: string) => {
      const sentAt = performance.now();
      const status = await emulator.providers.MERCADO_PAGO.webhooks.send(receiver, 'payment', id);
      if (status !== 200) throw new Error(`The notification was answered with ${status}.`);
      answered.push(performance.now() - sentAt);
    };
    told.push(await settledAfter(tell, n));
  }
  print([
    plain('from a notification to its answer, ms: least / median / most', inMs(answered)),
    plain('from a notification to the settled record, ms: the same', inMs(told)),
    plain('to the settled record without a notification, ms', untold.toFixed(0)),
  ]);
  const failed = [...settled.values()].filter(({ outcome }) => outcome !== 'CANCELLED').length;
  if (failed > 0 || settled.size !== cancels + 1) process.exitCode = 1;
} finally {
  await gateway.stop();
  await emulator.close();
}

/** How many milliseconds after the provider can be read again, and `tell` was called, the n-th cancel is settled. */
async function settledAfter(tell: (id: string) => Promise<void>, n: number): Promise<number> {
  const id = freshIds.MERCADO_PAGO.payment(serial + n);
  emulator.override({ method: 'PUT', effect: 'after', answer: 'reset' });
  const outage = emulator.override({
    ...{ method: 'GET', path: `/v1/payments/${id}`, times: 1_000_000 },
    answer: { status: 503, body: {} },
  });
  const answer = await cancelPayment(gateway, { paymentId: id });
  const cancellationId = answer.cancellation?.id ?? '';
  const before = emulator.requests.length;
  await until(() => emulator.requests.length >= before + 3);
  // Longer than the least time between two reads of one record.
  await wait(1_500);
  outage.release();
  const releasedAt = performance.now();
  await tell(id);
  const lost = AbortSignal.timeout(patienceMs);
  await until(() => settled.has(cancellationId) || lost.aborted);
  return (settled.get(cancellationId)?.at ?? Number.NaN) - releasedAt;
}

function noteSettled(line: string): void {
  const { event, cancellationId, outcome } = JSON.parse(line);
  if (event === 'cancellationSettled') settled.set(cancellationId, { at: performance.now(), outcome });
}

function inMs(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const [least, median, most] = [0, Math.floor((sorted.length - 1) / 2), sorted.length - 1].map((n) => sorted[n] ?? 0);
  return [least, median, most].map((ms) => (ms ?? 0).toFixed(0)).join(' / ');
}
