import { parseArgs } from 'node:util';
import { gatewayVariables, startEmulator } from '../../../src/emulator/index.ts';
import { freshDatabase } from '../../doubles/fresh-database.ts';
import { startProcess } from '../../doubles/gateway-process.ts';
import { startIssuer } from '../../doubles/tokens.ts';
import { atMost, type Figure, plain, print } from '../outage/table.ts';
import { usualDocument, worstDocument } from './documents.ts';
import { type Answer, offer, percentile } from './offer.ts';

/**
 * `npm run fairness`: one caller sends a hundred of the dearest legal documents a second, and everybody else asks as usual.
 * Exits with 1 when that caller is not turned away, or when another is not served.
 */
const { values } = parseArgs({ options: { seconds: { type: 'string', default: '10' } } });
const seconds = Number(values.seconds);
if (!Number.isInteger(seconds) || seconds < 3) throw new Error('--seconds takes a whole number from 3 on.');

const usualPerSecond = 20;
const hostilePerSecond = 100;
/** Enough that none of them comes near a limit. */
const others = 10;

const issuer = await startIssuer();
const emulator = await startEmulator();
const settings = { NODE_ENV: 'test', PORT: '0', DATABASE_URL: freshDatabase(), ...issuer.env };
const gateway = startProcess({ ...settings, ...gatewayVariables(emulator) }, { stderr: 'inherit' });
let isBroken = true;
try {
  const url = await gateway.url;
  const bearer = (sub: string) => issuer.bearer({ sub, scope: 'payments:read' });
  const usual = await Promise.all(Array.from({ length: others }, (_, n) => bearer(`other-${n}`)));
  const hostile = await bearer('hostile');
  const asUsual = () => offer(url, usualPerSecond, seconds, (n) => [usualDocument, usual[n % others] ?? hostile]);

  // Code that has just been loaded is slow.
  await asUsual();
  const alone = await asUsual();
  const [beside, worst] = await Promise.all([
    asUsual(),
    offer(url, hostilePerSecond, seconds, (n) => [worstDocument(n), hostile]),
  ]);
  const refused = worst.filter(({ status }) => status === 429);
  const unserved = [...alone, ...beside].filter(({ status }) => status !== 200);
  const unexpected = worst.filter(({ status }) => status !== 200 && status !== 429 && status !== 503);
  const p99 = { alone: percentile(alone, 0.99), beside: percentile(beside, 0.99) };
  const figures: Figure[] = [
    plain('others alone, p50 / p99', inMs(alone)),
    plain('others beside one hostile caller, p50 / p99', inMs(beside)),
    atMost('F13 p99 of the others, times as long', p99.beside / p99.alone, 2, '', false),
    atMost('F13 the hostile caller is turned away after', firstAt(refused), 7, ' s', false),
    plain('the dearest documents: served / 429 / 503', [200, 429, 503].map((code) => count(worst, code)).join(' / ')),
    plain('served of them, p50 / p99', inMs(worst.filter(({ status }) => status === 200))),
    atMost('others not served', unserved.length, 0, '', true, 0),
    atMost('answers that are none of these', unexpected.length, 0, '', true, 0),
  ];
  print(figures);
  isBroken = refused.length === 0 || figures.some(({ ok, fails }) => ok === false && fails);
} finally {
  await gateway.stop();
  await emulator.close();
}
process.exit(isBroken ? 1 : 0);

function inMs(answers: readonly Answer[]): string {
  return `${percentile(answers, 0.5).toFixed(1)} / ${percentile(answers, 0.99).toFixed(1)} ms`;
}

function count(answers: readonly Answer[], code: number): number {
  return answers.filter(({ status }) => status === code).length;
}

function firstAt(answers: readonly Answer[]): number {
  return Math.min(...answers.map(({ atMs }) => atMs)) / 1_000;
}
