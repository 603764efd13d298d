import type { Browser } from 'playwright-core';
import { focusedText } from '../in-page.ts';
import { shownOf } from '../panel.ts';
import { languages, until, type Visit, visit } from '../visit.ts';

const { cancel } = languages.EN;

/** Finds and cancels without a mouse; the focus is always where one goes on. */
export async function byKeyboard(browser: Browser, base: string): Promise<string> {
  const guest = await visit(browser, base, { viewport: { width: 1280, height: 900 } });
  const { keyboard } = guest.page;
  await guest.open('/');
  await guest.page.getByRole('heading', { level: 1 }).waitFor();
  await tabTo(guest, 'id');
  await keyboard.type('10000000003');
  await keyboard.press('Enter');
  await until('the heading has the focus', async () => (await focused(guest)).includes('10000000003'));
  await guest.page.getByRole('button', { name: cancel.start.payment }).waitFor();
  await tabTo(guest, cancel.start.payment);
  await keyboard.press('Enter');
  await guest.page.getByRole('dialog').waitFor();
  await guest.picture('keyboard-dialog');
  await keyboard.press('Escape');
  await until('the focus is back', async () => (await focused(guest)).includes(cancel.start.payment));
  await keyboard.press('Enter');
  await tabTo(guest, cancel.confirm);
  await keyboard.press('Enter');
  const { outcome } = await shownOf(guest, 0);
  if (outcome !== 'CANCELLED') throw new Error(`By keyboard it was ${outcome}.`);
  await until('the outcome has the focus', async () =>
    (await focused(guest)).includes(languages.EN.outcome.titles.CANCELLED),
  );
  await guest.close();
  return 'found, looked at, asked, thought better of, cancelled; the focus followed';
}

function focused({ page }: Visit): Promise<string> {
  return page.evaluate<string>(focusedText);
}

async function tabTo(guest: Visit, words: string): Promise<void> {
  for (let tabs = 0; tabs < 20; tabs += 1) {
    if ((await focused(guest)).includes(words)) return;
    await guest.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${words}.`);
}
