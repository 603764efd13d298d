import type { Browser } from 'playwright-core';
import { askAgainAtOnce, focusedText } from '../in-page.ts';
import { shownOf } from '../panel.ts';
import { languages, until, type Visit, visit } from '../visit.ts';

const { cancel } = languages.EN;

/** Finds and cancels without a mouse; the focus is always where one goes on. */
export async function byKeyboard(browser: Browser, base: string): Promise<string> {
  const visitor = await visit(browser, base, { viewport: { width: 1280, height: 900 } });
  const { keyboard } = visitor.page;
  await visitor.open('/');
  await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(visitor, 'id');
  await keyboard.type('10000000003');
  await keyboard.press('Enter');
  await until('the heading has the focus', async () => (await focused(visitor)).includes('10000000003'));
  await visitor.page.getByRole('button', { name: cancel.start.payment }).waitFor();
  await tabTo(visitor, cancel.start.payment);
  await keyboard.press('Enter');
  await visitor.page.getByRole('dialog').waitFor();
  await visitor.picture('keyboard-dialog');
  await keyboard.press('Escape');
  await until('the focus is back', async () => (await focused(visitor)).includes(cancel.start.payment));
  await keyboard.press('Enter');
  await visitor.page.getByRole('dialog').waitFor();
  await visitor.page.evaluate(askAgainAtOnce);
  await visitor.page.getByRole('dialog').waitFor();
  await tabTo(visitor, cancel.keep);
  await keyboard.press('Enter');
  await until('the focus is back once more', async () => (await focused(visitor)).includes(cancel.start.payment));
  await keyboard.press('Enter');
  await tabTo(visitor, cancel.confirm);
  await keyboard.press('Enter');
  const { outcome } = await shownOf(visitor, 0);
  if (outcome !== 'CANCELLED') throw new Error(`By keyboard it was ${outcome}.`);
  await until('the outcome has the focus', async () =>
    (await focused(visitor)).includes(languages.EN.outcome.titles.CANCELLED),
  );
  await visitor.close();
  return 'found, looked at, asked, thought better of, cancelled; the focus followed';
}

function focused({ page }: Visit): Promise<string> {
  return page.evaluate<string>(focusedText);
}

async function tabTo(visitor: Visit, words: string): Promise<void> {
  for (let tabs = 0; tabs < 20; tabs += 1) {
    if ((await focused(visitor)).includes(words)) return;
    await visitor.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${words}.`);
}
