// Drives the page of `npm start` in a real browser: every outcome and next action, three languages, a phone, light and
// dark, the keyboard alone, no network. Ends with 1 when something is not as it should be; pictures are in reports/pages.
//
//   npm run page
//   npm run page -- every-case languages
import { chromium } from 'playwright-core';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { startProcess } from '../doubles/gateway-process.ts';
import { byKeyboard } from './checks/by-keyboard.ts';
import { everyCase } from './checks/every-case.ts';
import { everyScreen } from './checks/every-screen.ts';
import { explorer } from './checks/explorer.ts';
import { everyLanguage } from './checks/languages.ts';
import { live } from './checks/live.ts';
import { oddAnswers } from './checks/odd-answers.ts';
import { type Asked, withoutNetwork } from './checks/without-network.ts';
import { chromiumFlags, findChromium } from './chromium.ts';

const checks = {
  'every-case': everyCase,
  'every-screen': everyScreen,
  languages: everyLanguage,
  keyboard: byKeyboard,
  network: withoutNetwork,
  'odd-answers': oddAnswers,
  live,
  explorer,
} as const;

/** The checks ask for more in a minute than a person does. */
const limits = {
  RATE_LIMIT_CANCELS_PER_MINUTE: '10000',
  RATE_LIMIT_READS_PER_MINUTE: '100000',
  RATE_LIMIT_NOT_FOUND_PER_MINUTE: '10000',
};

const executablePath = findChromium(process.env);
if (executablePath === null) {
  console.log(
    'SKIPPED: the page was not looked at, for there is no Chromium here. Install one, or name it in CHROMIUM.',
  );
} else {
  process.exitCode = (await runChecks(executablePath, process.argv.slice(2))) ? 0 : 1;
}

async function runChecks(executablePath: string, names: readonly string[]): Promise<boolean> {
  const env = { PORT: '0', DATABASE_URL: freshDatabase(), ...limits };
  const playground = startProcess(env, { program: 'src/playground.ts' });
  const base = (await playground.url).replace('/graphql', '');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const asked: Asked = (paymentId) => cancelsOf(paymentId, playground.output());
  let well = true;
  for (const [name, check] of Object.entries(checks)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const begun = Date.now();
    const said = await check(browser, base, asked).catch((error: Error) => error);
    const seconds = ((Date.now() - begun) / 1_000).toFixed(1);
    well &&= typeof said === 'string';
    console.log(
      typeof said === 'string' ? `ok      ${name} (${seconds} s): ${said}` : `BROKEN  ${name}: ${said.message}`,
    );
  }
  await browser.close();
  await playground.stop();
  return well;
}

/** The emulator keeps what it was asked; where it is, the greeting says. */
async function cancelsOf(paymentId: string, greeting: string): Promise<number> {
  const [, emulator] = /emulator of the providers on (http:\S+)\./.exec(greeting) ?? [];
  const answer = await fetch(`${emulator}/__emulator/requests`);
  const requests = (await answer.json()) as { method: string; path: string }[];
  return requests.filter(({ method, path }) => method === 'PUT' && path.includes(paymentId)).length;
}
