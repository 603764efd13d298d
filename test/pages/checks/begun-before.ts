import type { Browser } from 'playwright-core';
import { type Asked, expectAsked } from '../asked.ts';
import { storeWithoutTime } from '../in-page.ts';
import { cancelOffline, keyOf, openAndCancel, panelOf, shows } from '../panel.ts';
import { type Language, languages, until, type Visit, visit } from '../visit.ts';

const dayMs = 86_400_000;

/** What was begun long ago is only looked at; what was never sent can be given up; a second click keeps the key. */
export async function begunBefore(browser: Browser, base: string, asked: Asked): Promise<string> {
  for (const language of Object.keys(languages) as Language[]) await daysLater(browser, base, asked, language);
  await soonAfter(browser, base, asked);
  await cancelledDaysAgo(browser, base, asked);
  await storedWithoutTime(browser, base, asked);
  await clickedTwice(browser, base);
  return 'nothing is sent days later unless somebody says so, and what was not sent can be given up, in three languages';
}

async function daysLater(browser: Browser, base: string, asked: Asked, language: Language): Promise<void> {
  const { cancel, outcome, locale } = languages[language];
  const paymentId = `770078000${Object.keys(languages).indexOf(language) + 1}`;
  const visitor = await visit(browser, base, { locale });
  await cancelOffline(visitor, paymentId, language);
  const key = await keyOf(visitor);
  await closed(visitor);
  await openLater(visitor, paymentId, 3 * dayMs);
  await panelOf(visitor).getByText(cancel.stillHint).waitFor();
  await panelOf(visitor).getByRole('button', { name: cancel.giveUp }).waitFor();
  await visitor.picture(`days-later-${locale}`);
  await visitor.accessible(`days later, ${locale}`);
  await expectAsked(paymentId, 0, asked);
  const keys = keysSentBy(visitor);
  await panelOf(visitor).getByRole('button', { name: cancel.confirm }).click();
  await shows(visitor, outcome.titles.CANCELLED);
  await expectAsked(paymentId, 1, asked);
  if (keys.join() !== key) throw new Error('It was to be sent under the key of then.');
  await visitor.close();
}

/** Half an hour is no time: what was not sent goes on by itself. */
async function soonAfter(browser: Browser, base: string, asked: Asked): Promise<void> {
  const visitor = await visit(browser, base);
  await cancelOffline(visitor, '7700780004');
  await closed(visitor);
  await openLater(visitor, '7700780004', dayMs / 48);
  await shows(visitor, languages.EN.outcome.titles.CANCELLED);
  await expectAsked('7700780004', 1, asked);
  await visitor.close();
}

/** The answer was lost then: what became of it is told without a click, and without sending it once more. */
async function cancelledDaysAgo(browser: Browser, base: string, asked: Asked): Promise<void> {
  const visitor = await visit(browser, base);
  const { page } = visitor;
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON();
    if (!/^Cancel(Payment|lationByKey)$/.test(operationName)) return route.continue();
    if (operationName === 'CancelPayment') await route.fetch();
    await route.abort('connectionreset');
  });
  await openAndCancel(visitor, '7700780005');
  await shows(visitor, languages.EN.outcome.lost);
  const keys = keysSentBy(visitor);
  await page.goto('about:blank');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  keys.length = 0;
  await openLater(visitor, '7700780005', 3 * dayMs);
  await shows(visitor, languages.EN.outcome.titles.CANCELLED);
  await expectAsked('7700780005', 1, asked);
  if (keys.length > 0) throw new Error('Nothing was to be sent.');
  await visitor.close();
}

async function storedWithoutTime(browser: Browser, base: string, asked: Asked): Promise<void> {
  const { cancel } = languages.EN;
  const visitor = await visit(browser, base);
  await visitor.open('/');
  await visitor.page.evaluate(storeWithoutTime('7700780006', 'key-of-an-older-page'));
  await visitor.open('/#/payment/7700780006');
  await panelOf(visitor).getByText(cancel.stillHint).waitFor();
  await panelOf(visitor).getByRole('button', { name: cancel.giveUp }).click();
  await visitor.page.getByRole('button', { name: cancel.start.payment }).waitFor();
  if ((await keyOf(visitor)) !== null) throw new Error('What was given up was to be forgotten.');
  await expectAsked('7700780006', 0, asked);
  await visitor.close();
}

/** The answer to the first click is lost, and so it goes on under the key of that one. */
async function clickedTwice(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base, { viewport: { width: 1280, height: 900 } });
  const { page } = visitor;
  const keys: string[] = [];
  await page.route('**/graphql', async (route) => {
    const { variables } = route.request().postDataJSON();
    const key: unknown = variables?.input?.idempotencyKey ?? variables?.idempotencyKey;
    if (typeof key !== 'string') return route.continue();
    keys.push(key);
    if (keys.length === 1) await route.fetch();
    await route.abort('connectionreset');
  });
  await visitor.open('/');
  const first = page.locator('.case[data-runs]').first();
  await first.click();
  await shows(visitor, languages.EN.outcome.lost);
  const key = await keyOf(visitor);
  const before = keys.length;
  await first.click();
  await page.waitForURL('**/run-2');
  await until('it is asked again', async () => keys.length > before + 1);
  if (key === null || (await keyOf(visitor)) !== key) throw new Error('The key was to be kept.');
  if (new Set(keys).size !== 1) throw new Error('All was to go under one key.');
  await visitor.close();
}

/** Before the network is back. */
async function closed({ page }: Visit): Promise<void> {
  await page.goto('about:blank');
  await page.context().setOffline(false);
}

/** By the clock of the browser. */
async function openLater(visitor: Visit, paymentId: string, laterMs: number): Promise<void> {
  await visitor.page.clock.install({ time: Date.now() + laterMs });
  await visitor.open(`/#/payment/${paymentId}`);
}

function keysSentBy({ page }: Visit): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/graphql')) return;
    const key: unknown = request.postDataJSON()?.variables?.input?.idempotencyKey;
    if (typeof key === 'string') keys.push(key);
  });
  return keys;
}
