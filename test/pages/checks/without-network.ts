import type { Browser } from 'playwright-core';
import type { Asked } from '../asked.ts';
import { fullStore, offlineByItsWord } from '../in-page.ts';
import { cancelOffline, keyOf, openAndAsk, openAndCancel, panelOf, shownOf, shows, textOf } from '../panel.ts';
import { languages, until, type Visit, visit } from '../visit.ts';

const { broken, cancel, find, navigation, offline, outcome } = languages.EN;

/** A network that goes away before the cancel, and one that loses its answer: one cancel each, and the truth in the end. */
export async function withoutNetwork(browser: Browser, base: string, asked: Asked): Promise<string> {
  await whileOffline(browser, base, asked);
  await leftWhileOffline(browser, base, asked);
  await withoutAnyAnswer(browser, base, asked);
  await withALostAnswer(browser, base, asked);
  await withoutAStore(browser, base, asked);
  return 'offline, and an answer lost before the page was left: the same key went on, and the provider was asked once; no store, nothing sent';
}

async function whileOffline(browser: Browser, base: string, asked: Asked): Promise<void> {
  const paymentId = '7700880001';
  const visitor = await visit(browser, base);
  await openAndAsk(visitor, paymentId);
  await visitor.page.context().setOffline(true);
  await visitor.page.getByText(offline).waitFor();
  await visitor.page.getByRole('button', { name: cancel.confirm }).click();
  await panelOf(visitor).getByText(cancel.unsentHint).waitFor();
  await visitor.picture('offline');
  await visitor.accessible('offline');
  const key = await keyOf(visitor);
  if (key === null || (await asked(paymentId)) > 0) throw new Error('It was to be stored, and not to be sent.');
  await visitor.page.context().setOffline(false);
  await expectCancelledOnce(visitor, paymentId, asked);
  if ((await keyOf(visitor)) !== null) throw new Error('What is settled was to be forgotten.');
  await visitor.close();
}

/** Nothing is sent from another screen; what was begun is found there, and goes on where it is opened. */
async function leftWhileOffline(browser: Browser, base: string, asked: Asked): Promise<void> {
  const paymentId = '7700880004';
  const visitor = await visit(browser, base);
  await cancelOffline(visitor, paymentId);
  await visitor.page.getByRole('link', { name: navigation.find }).click();
  await visitor.page.context().setOffline(false);
  await visitor.page.getByText(offline).waitFor({ state: 'detached' });
  if ((await asked(paymentId)) > 0) throw new Error('It was to wait until somebody opens it.');
  await visitor.page.getByRole('link', { name: `${find.goOn} ${paymentId}` }).click();
  await expectCancelledOnce(visitor, paymentId, asked);
  await visitor.close();
}

/** A network that swallows what is sent into it: until something has left, nobody is told that it goes on. */
async function withoutAnyAnswer(browser: Browser, base: string, asked: Asked): Promise<void> {
  const paymentId = '7700880005';
  const visitor = await visit(browser, base);
  await visitor.page.addInitScript(offlineByItsWord);
  await visitor.page.route('**/', (route) => (route.request().method() === 'HEAD' ? undefined : route.continue()));
  await openAndCancel(visitor, paymentId);
  await shows(visitor, cancel.working);
  if ((await textOf(visitor)).includes(cancel.workingHint)) throw new Error('Nothing has left that could go on.');
  await panelOf(visitor).getByText(cancel.unsentHint).waitFor();
  if ((await keyOf(visitor)) === null || (await asked(paymentId)) > 0)
    throw new Error('It was to be stored, and not to be sent.');
  await visitor.close();
}

async function withALostAnswer(browser: Browser, base: string, asked: Asked): Promise<void> {
  const paymentId = '7700880002';
  const visitor = await visit(browser, base);
  await openAndAsk(visitor, paymentId);
  const keys: string[] = [];
  await visitor.page.route('**/graphql', async (route) => {
    const key: unknown = route.request().postDataJSON()?.variables?.input?.idempotencyKey;
    if (typeof key !== 'string') return route.continue();
    keys.push(key);
    await route.fetch();
    await route.abort('connectionreset');
  });
  await visitor.page.getByRole('button', { name: cancel.confirm }).click();
  await until('an answer was lost', async () => keys.length > 0);
  const key = await keyOf(visitor);
  if (key !== keys[0]) throw new Error('The key was to be stored before it was sent.');
  await visitor.picture('lost-answer');
  // What the page repeats before it is left is not to come through: then there would be nothing to go on with.
  await visitor.page.goto('about:blank');
  await visitor.page.unrouteAll({ behavior: 'ignoreErrors' });
  await visitor.open(`/#/payment/${paymentId}`);
  await expectCancelledOnce(visitor, paymentId, asked);
  if (new Set(keys).size !== 1) throw new Error('All was to go under one key.');
  await visitor.close();
}

/** A device that can store no key sends nothing, and says so. */
async function withoutAStore(browser: Browser, base: string, asked: Asked): Promise<void> {
  const paymentId = '7700880003';
  const visitor = await visit(browser, base);
  await openAndAsk(visitor, paymentId);
  await visitor.page.evaluate(fullStore);
  await visitor.page.getByRole('button', { name: cancel.confirm }).click();
  await visitor.page.getByRole('alert').getByText(broken.title).waitFor();
  if ((await asked(paymentId)) > 0) throw new Error('Without a stored key nothing was to be sent.');
  await visitor.close();
}

async function expectCancelledOnce(visitor: Visit, paymentId: string, asked: Asked): Promise<void> {
  await shows(visitor, outcome.titles.CANCELLED, 30_000);
  await shownOf(visitor, 0);
  const times = await asked(paymentId);
  if (times !== 1) throw new Error(`The provider was asked ${times} times.`);
}
