import type { Browser } from 'playwright-core';
import type { Asked } from '../asked.ts';
import { forbiddenStore, noClipboard } from '../in-page.ts';
import { keyOf, openAndCancel, panelOf, shows, textOf } from '../panel.ts';
import { languages, until, type Visit, visit } from '../visit.ts';

const { cancel, find, outcome, target } = languages.EN;
const { buttons } = outcome;
/** The page tries again by itself before it tells. */
const soonMs = 30_000;

/** Answers of somebody in between, of a gateway newer than the page, and a browser that forbids what the page would use. */
export async function oddAnswers(browser: Browser, base: string, asked: Asked): Promise<string> {
  await lostThenForbidden(browser, base);
  await limited(browser, base);
  await cancelledAndRefused(browser, base, asked);
  await lostForLong(browser, base);
  await newerThanThePage(browser, base);
  await brokenAddress(browser, base);
  await withABlockedStore(browser, base);
  return 'a key that may still cancel is kept, and what was not understood is said to be so';
}

/** The first answer is lost and the next is a page of somebody else: the first request may have cancelled. */
async function lostThenForbidden(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base);
  await visitor.page.addInitScript(noClipboard);
  const keys = await answerCancels(visitor, (nth) =>
    nth === 1 ? 'lost' : { status: 403, contentType: 'text/html', body: '<h1>Forbidden</h1>' },
  );
  await openAndCancel(visitor, '7700990001');
  await shows(visitor, buttons.leave, soonMs);
  const key = await keyOf(visitor);
  if (key !== keys[0]) throw new Error('The key was to be kept.');
  if ((await textOf(visitor)).includes(buttons.newAttempt)) throw new Error('Another key was offered.');
  await visitor.picture('lost-then-forbidden');
  await visitor.accessible('lost, then forbidden');
  await panelOf(visitor).getByRole('button', { name: buttons.copyForSupport }).click();
  const toCopy = await panelOf(visitor).getByRole('textbox', { name: buttons.copyForSupport }).inputValue();
  for (const detail of [`key: ${key}`, 'code: HTTP_403']) {
    if (!toCopy.includes(detail)) throw new Error(`Without a clipboard it was to be shown: ${detail}.`);
  }
  const before = keys.length;
  await panelOf(visitor).getByRole('button', { name: buttons.retry }).click();
  await until('it is asked again', async () => keys.length > before);
  if (new Set(keys).size !== 1 || (await keyOf(visitor)) !== key) throw new Error('All was to go under one key.');
  await panelOf(visitor).getByRole('button', { name: buttons.leave }).click();
  await visitor.page.getByRole('heading', { name: find.heading }).waitFor();
  if ((await keyOf(visitor)) !== null) throw new Error('What support has was to be forgotten here.');
  await visitor.close();
}

async function limited(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base);
  const errors = [{ message: 'Too many requests.', extensions: { code: 'RATE_LIMITED', retryAfterMs: 20_000 } }];
  await answerCancels(visitor, () => ({ status: 429, json: { errors } }));
  await openAndCancel(visitor, '7700990002');
  await shows(visitor, outcome.refused, soonMs);
  await visitor.close();
}

/** Whatever stands between answers in the place of the gateway, which has cancelled: that is no refusal of the gateway. */
async function cancelledAndRefused(browser: Browser, base: string, asked: Asked): Promise<void> {
  for (const status of [401, 403, 407, 408, 425, 429]) {
    const paymentId = `77009910${status}`;
    const visitor = await visit(browser, base);
    await visitor.page.route('**/graphql', async (route) => {
      const { operationName } = route.request().postDataJSON();
      if (!/^Cancel(Payment|lationByKey)$/.test(operationName)) return route.continue();
      if (operationName === 'CancelPayment') await route.fetch();
      await route.fulfill({ status, contentType: 'text/html', body: '<h1>No</h1>' });
    });
    await openAndCancel(visitor, paymentId);
    await shows(visitor, outcome.lost, soonMs);
    if ((await asked(paymentId)) !== 1) throw new Error(`It was to be cancelled, and then answered with ${status}.`);
    await visitor.close();
  }
}

/** Longer than one asking lasts; the page stays open, and nobody clicks. */
async function lostForLong(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base);
  const { clock } = visitor.page;
  await clock.install();
  const keys = await answerCancels(visitor, () => 'lost');
  await openAndCancel(visitor, '7700990004');
  await until('an answer was lost', async () => keys.length > 0);
  for (let minutes = 0; minutes < 5; minutes += 1) await clock.runFor(60_000);
  await visitor.page.unrouteAll({ behavior: 'ignoreErrors' });
  await until('it is cancelled', async () => {
    await clock.runFor(10_000);
    return (await textOf(visitor)).includes(outcome.titles.CANCELLED);
  });
  if (new Set(keys).size !== 1) throw new Error('All was to go under one key.');
  await visitor.close();
}

async function newerThanThePage(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base);
  await visitor.page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON()?.operationName !== 'FindPayment') return route.continue();
    await route.fulfill({ json: { data: { payment: { __typename: 'NewerError' } } } });
  });
  await visitor.open('/#/payment/7700990003');
  await visitor.page.getByRole('status').getByText(target.unread).waitFor();
  await visitor.page.getByRole('button', { name: cancel.startAnyway }).waitFor();
  await visitor.close();
}

async function brokenAddress(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base);
  await visitor.open('/#/payment/%');
  await visitor.page.getByRole('heading', { name: find.heading }).waitFor();
  if (visitor.wrongs.length > 0) throw new Error(visitor.wrongs.join('\n'));
  await visitor.close();
}

/** Where all site data is blocked the page can be read all the same. */
async function withABlockedStore(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base);
  await visitor.page.addInitScript(forbiddenStore);
  await visitor.open('/');
  await visitor.page.getByRole('heading', { name: find.heading }).waitFor();
  await visitor.page.getByLabel(languages.EN.language).selectOption('ES');
  await visitor.page.getByRole('heading', { name: languages.ES.find.heading }).waitFor();
  if (visitor.wrongs.length > 0) throw new Error(visitor.wrongs.join('\n'));
  await visitor.close();
}

interface Fulfilment {
  readonly status: number;
  readonly contentType?: string;
  readonly body?: string;
  readonly json?: object;
}

/** Answers each cancel in the place of the gateway, and tells the keys that came. */
async function answerCancels(
  { page }: Visit,
  answer: (nth: number) => 'lost' | Fulfilment,
): Promise<readonly string[]> {
  const keys: string[] = [];
  await page.route('**/graphql', async (route) => {
    const asked = route.request().postDataJSON();
    if (asked?.operationName !== 'CancelPayment') return route.continue();
    keys.push(asked.variables.input.idempotencyKey);
    const given = answer(keys.length);
    await (given === 'lost' ? route.abort('connectionreset') : route.fulfill({ ...given }));
  });
  return keys;
}
