// Drives the page of `npm start` in a real browser: every outcome and next action, three languages, a phone, light and
// dark, the keyboard alone, no network. Ends with 1 when something is not as it should be; pictures are in reports/pages.
// The README's are copies of desk-light-outcome and phone-dark-outcome.
//
//   npm run page
//   npm run page -- every-case languages
import { type Browser, chromium } from 'playwright-core';
import { freshDatabase } from '../doubles/fresh-database.ts';
import { startProcess } from '../doubles/gateway-process.ts';
import type { Asked } from './asked.ts';
import { begunBefore } from './checks/begun-before.ts';
import { byKeyboard } from './checks/by-keyboard.ts';
import { everyCase } from './checks/every-case.ts';
import { everyScreen } from './checks/every-screen.ts';
import { explorer } from './checks/explorer.ts';
import { givenUp } from './checks/given-up.ts';
import { everyLanguage } from './checks/languages.ts';
import { live } from './checks/live.ts';
import { money } from './checks/money.ts';
import { oddAnswers } from './checks/odd-answers.ts';
import { withoutNetwork } from './checks/without-network.ts';
import { chromiumFlags, findChromium } from './chromium.ts';
import { keepPictures } from './visit.ts';

const checks = {
  'every-case': everyCase,
  'every-screen': everyScreen,
  languages: everyLanguage,
  money,
  keyboard: byKeyboard,
  network: withoutNetwork,
  'begun-before': begunBefore,
  'given-up': givenUp,
  'odd-answers': oddAnswers,
  live,
  explorer,
} as const;
type CheckName = keyof typeof checks;

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
  const wanted = process.argv.slice(2).map(checkNamed);
  const names = wanted.length > 0 ? wanted : (Object.keys(checks) as CheckName[]);
  process.exitCode = (await runChecks(executablePath, names)) ? 0 : 1;
}

function checkNamed(name: string): CheckName {
  if (Object.hasOwn(checks, name)) return name as CheckName;
  throw new Error(`There is no check “${name}”, but ${Object.keys(checks).join(', ')}.`);
}

async function runChecks(executablePath: string, names: readonly CheckName[]): Promise<boolean> {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  const broken: string[] = [];
  for (const name of names) if (!(await runCheck(browser, name))) broken.push(name);
  await browser.close();
  return broken.length === 0;
}

/** Against a playground of its own: whatever other checks cancelled, here nobody has cancelled anything. */
async function runCheck(browser: Browser, name: CheckName): Promise<boolean> {
  const begun = Date.now();
  const env = { PORT: '0', DATABASE_URL: freshDatabase(), ...limits };
  const playground = startProcess(env, { program: 'src/playground.ts' });
  const asked: Asked = (paymentId) => cancelsOf(paymentId, playground.output());
  try {
    const base = (await playground.url).replace('/graphql', '');
    const said = await checks[name](browser, base, asked);
    console.log(`ok      ${name} (${((Date.now() - begun) / 1_000).toFixed(1)} s): ${said}`);
    return true;
  } catch (error) {
    console.log(`BROKEN  ${name}: ${error instanceof Error ? error.message : error}`);
    await keepPictures(browser, `broken-${name}`);
    return false;
  } finally {
    for (const context of browser.contexts()) await context.close();
    await playground.stop();
  }
}

/** The emulator keeps what it was asked; where it is, the greeting says. */
async function cancelsOf(paymentId: string, greeting: string): Promise<number> {
  const [, emulator] = /emulator of the providers on (http:\S+)\./.exec(greeting) ?? [];
  const answer = await fetch(`${emulator}/__emulator/requests`);
  const requests = (await answer.json()) as { method: string; path: string }[];
  return requests.filter(({ method, path }) => method === 'PUT' && path.includes(paymentId)).length;
}
