import type { Browser } from 'playwright-core';
import { type Asked, expectAsked } from '../asked.ts';
import { cancelOffline, keyOf, openAndCancel, panelOf, shows } from '../panel.ts';
import { languages, until, type Visit, visit } from '../visit.ts';

const { cancel, kinds, outcome } = languages.EN;

/** What somebody gives up: forgotten where nothing of it can arrive any more, and looked at until then. */
export async function givenUp(browser: Browser, base: string, asked: Asked): Promise<string> {
  await givenUpOffline(browser, base, asked);
  await givenUpWhileLimited(browser, base, asked);
  await givenUpInMidSend(browser, base, asked);
  await givenUpAndNeverArrived(browser, base, asked);
  return 'what was not sent is forgotten, and what may still arrive is kept until it did or cannot';
}

async function givenUpOffline(browser: Browser, base: string, asked: Asked): Promise<void> {
  const visitor = await visit(browser, base);
  await cancelOffline(visitor, '7700780007');
  await panelOf(visitor).getByRole('button', { name: cancel.giveUp }).click();
  await visitor.page.getByRole('button', { name: cancel.start.payment }).waitFor();
  await visitor.page.locator('h1:focus').getByText(kinds.payment).waitFor();
  if ((await keyOf(visitor)) !== null) throw new Error('What was given up was to be forgotten.');
  await visitor.page.context().setOffline(false);
  await visitor.page.reload();
  await visitor.page.getByRole('button', { name: cancel.start.payment }).waitFor();
  await expectAsked('7700780007', 0, asked);
  await visitor.close();
}

/** The gateway says that it has done nothing of it, and so it is forgotten at once. */
async function givenUpWhileLimited(browser: Browser, base: string, asked: Asked): Promise<void> {
  const visitor = await visit(browser, base);
  const errors = [{ message: 'Too many requests.', extensions: { code: 'RATE_LIMITED', retryAfterMs: 20_000 } }];
  await visitor.page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON().operationName !== 'CancelPayment') return route.continue();
    await route.fulfill({ status: 429, json: { errors } });
  });
  await openAndCancel(visitor, '7700780008');
  await panelOf(visitor).getByRole('button', { name: cancel.giveUp }).click();
  await visitor.page.getByRole('button', { name: cancel.start.payment }).waitFor();
  if ((await keyOf(visitor)) !== null) throw new Error('What was given up was to be forgotten.');
  await expectAsked('7700780008', 0, asked);
  await visitor.close();
}

/** What is held up on its way may cancel after it was given up: that is told, and until then it is not said to be nothing. */
async function givenUpInMidSend(browser: Browser, base: string, asked: Asked): Promise<void> {
  const visitor = await visit(browser, base);
  const second = await holdSecondCancel(visitor);
  await openAndCancel(visitor, '7700780009');
  await giveUpOnce(visitor, second.held);
  await shows(visitor, cancel.looking);
  if ((await keyOf(visitor)) === null) throw new Error('What may still cancel was to be kept.');
  await visitor.page.reload();
  await shows(visitor, cancel.looking);
  second.release();
  await shows(visitor, outcome.titles.CANCELLED);
  await expectAsked('7700780009', 1, asked);
  await visitor.close();
}

async function givenUpAndNeverArrived(browser: Browser, base: string, asked: Asked): Promise<void> {
  const visitor = await visit(browser, base);
  await visitor.page.clock.install();
  const second = await holdSecondCancel(visitor);
  await openAndCancel(visitor, '7700780010');
  await giveUpOnce(visitor, second.held);
  await shows(visitor, cancel.looking);
  const giveUp = panelOf(visitor).getByRole('button', { name: cancel.giveUp });
  for (let seconds = 0; seconds < 20; seconds += 5) {
    await visitor.page.clock.runFor(5_000);
    if ((await giveUp.count()) > 0) throw new Error(`After ${seconds} s it might have arrived yet.`);
  }
  await until('the gateway is believed', async () => {
    await visitor.page.clock.runFor(5_000);
    return (await giveUp.count()) > 0;
  });
  await giveUp.click();
  await visitor.page.getByRole('button', { name: cancel.start.payment }).waitFor();
  if ((await keyOf(visitor)) !== null) throw new Error('What was given up was to be forgotten.');
  await expectAsked('7700780010', 0, asked);
  await visitor.close();
}

/** The first is refused and told to come again; the second leaves the page and is held up until it is released. */
async function holdSecondCancel({ page }: Visit) {
  let sent = 0;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const errors = [{ message: 'Too much to do.', extensions: { code: 'OVERLOADED', retryAfterMs: 1_000 } }];
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON().operationName !== 'CancelPayment') return route.continue();
    sent += 1;
    if (sent === 1) return route.fulfill({ status: 503, json: { errors } });
    await released;
    await route.fetch();
  });
  return { held: async () => sent > 1, release };
}

async function giveUpOnce(visitor: Visit, held: () => Promise<boolean>): Promise<void> {
  await until('the second cancel is under way', held);
  await panelOf(visitor).getByRole('button', { name: languages.EN.cancel.giveUp }).click();
}
