import type { Browser } from 'playwright-core';
import { panelOf, shownOf } from '../panel.ts';
import { languages, type Visit, visit } from '../visit.ts';

const { cancel, target, kinds } = languages.EN;
const { effects } = target;

/** Where the money is, and what a cancel would make of it: the one is never told as the other, and nothing twice. */
export async function money(browser: Browser, base: string): Promise<string> {
  const visitor = await visit(browser, base);
  await ofAnOrder(visitor);
  await onceCancelled(visitor);
  await ofNothing(visitor);
  if (visitor.wrongs.length > 0) throw new Error(visitor.wrongs.join('\n'));
  await visitor.close();
  return 'what is held is released by a cancel that is possible, and what was told is not told again beneath';
}

/** Its money is held, and the provider does not release it without the order. */
async function ofAnOrder(visitor: Visit): Promise<void> {
  await open(visitor, '40000201811');
  await cardWith(visitor, target.refused);
  await expectWithout(visitor, effects.RELEASES_HOLD);
  await confirm(visitor);
  await panelOf(visitor).getByRole('link', { name: target.openOrder }).waitFor();
  await expectWithout(visitor, effects.RELEASES_HOLD);
  await visitor.picture('money-of-an-order');
}

async function onceCancelled(visitor: Visit): Promise<void> {
  await open(visitor, '10000000002');
  await cardWith(visitor, effects.RELEASES_HOLD);
  await confirm(visitor);
  await cardWith(visitor, effects.NO_EFFECT);
  for (const words of [target.allowed, target.refused, effects.RELEASES_HOLD]) await expectWithout(visitor, words);
  await visitor.picture('money-once-cancelled');
}

/** There is nothing to show of it beside the answer. */
async function ofNothing(visitor: Visit): Promise<void> {
  await open(visitor, 'not-a-payment-id');
  await confirm(visitor);
  const cards = await visitor.page.locator('main .card').count();
  if (cards !== 1) throw new Error(`It was told in ${cards} places.`);
}

async function open(visitor: Visit, id: string): Promise<void> {
  await visitor.open(`/#/payment/${id}`);
  await visitor.page.getByRole('heading', { name: `${kinds.payment} ${id}` }).waitFor();
}

async function confirm(visitor: Visit): Promise<void> {
  const since = visitor.told.length;
  await visitor.page
    .locator('.card')
    .getByRole('button', { name: /cancel/i })
    .click();
  await visitor.page.getByRole('dialog').getByRole('button', { name: cancel.confirm }).click();
  await panelOf(visitor).waitFor();
  await shownOf(visitor, since);
}

async function cardWith({ page }: Visit, words: string): Promise<void> {
  await page.locator('.card:not(.outcome)').getByText(words, { exact: true }).waitFor();
}

async function expectWithout({ page }: Visit, words: string): Promise<void> {
  const shown = await page.locator('main').getByText(words, { exact: true }).count();
  if (shown > 0) throw new Error(`It was not to be told: “${words}”`);
}
