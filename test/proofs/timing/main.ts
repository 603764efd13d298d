import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { gatewayVariables, startEmulator } from '../../../src/emulator/index.ts';
import { freshDatabase } from '../../doubles/fresh-database.ts';
import { startProcess } from '../../doubles/gateway-process.ts';
import { Random } from '../../doubles/random.ts';
import { boundMs, gapOf, isHidden, median } from './gap.ts';
import { asking, measure } from './measure.ts';
import { cancelledByMerchant, questions, startCallers } from './questions.ts';

/**
 * `npm run timing`: whether the time of an answer tells a shopper that somebody else's target exists. A thousand pairs of
 * each question, about a minute; `--pairs` for another number. Exits with 1 when the median gap of one is 2 ms or more.
 */
const { values } = parseArgs({ options: { pairs: { type: 'string', default: '1000' } } });
const pairs = Number(values.pairs);
if (!Number.isInteger(pairs) || pairs < 1) throw new Error('--pairs takes a whole number above 0.');

/** Code that has just been loaded is slow. */
const warmUpPairs = 50;

const callers = await startCallers();
const emulator = await startEmulator();
const settings = { NODE_ENV: 'test', PORT: '0', DATABASE_URL: freshDatabase() };
const gateway = startProcess({ ...settings, ...gatewayVariables(emulator), ...callers.env }, { stderr: 'inherit' });
let broken = 0;
try {
  const url = await gateway.url;
  const ask = asking(url, callers.guesser);
  const random = new Random(1);
  console.log(`| a shopper asks to | another's, median | missing, median | median gap | 95 % | below ${boundMs} ms |`);
  console.log('| --- | ---: | ---: | ---: | --- | --- |');
  for (const question of questions(await cancelledByMerchant(url, await callers.merchant()))) {
    await measure(question, warmUpPairs, ask, random);
    const measured = await measure(question, pairs, ask, random);
    const gap = gapOf(measured, random);
    const foreign = median(measured.map((pair) => pair.foreign));
    const missing = median(measured.map((pair) => pair.missing));
    const interval = `${inMs(gap.from)} to ${inMs(gap.to)}`;
    const cells = [
      question.name,
      inMs(foreign),
      inMs(missing),
      inMs(gap.median),
      interval,
      isHidden(gap) ? 'yes' : 'NO',
    ];
    console.log(`| ${cells.join(' | ')} |`);
    if (!isHidden(gap)) broken += 1;
  }
} finally {
  await gateway.stop();
  await emulator.close();
}
console.log(`\n${pairs} pairs of each, load average ${loadavg()[0]?.toFixed(1)}, ${broken} gaps that show`);
process.exit(broken === 0 ? 0 : 1);

function inMs(ms: number): string {
  return `${ms.toFixed(3)} ms`;
}
