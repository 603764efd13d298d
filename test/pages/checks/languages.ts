import type { Browser } from 'playwright-core';
import { panelOf, shownOf } from '../panel.ts';
import { type Language, languages, until, visit } from '../visit.ts';

/** One with a record at the gateway, and one that was refused before there was any. */
const ids = ['40000201801', '50200000001', 'not-a-payment-id'];

/** The page in each language, and an answer that is read in another one than it came in. */
export async function everyLanguage(browser: Browser, base: string): Promise<string> {
  for (const language of Object.keys(languages) as Language[]) {
    const { locale, cancel, kinds, title } = languages[language];
    const guest = await visit(browser, base, { locale, viewport: { width: 1280, height: 900 } });
    for (const id of ids) {
      const since = guest.told.length;
      await guest.open(`/#/payment/${id}`);
      await guest.page.getByRole('heading', { name: `${kinds.payment} ${id}` }).waitFor();
      await guest.page.locator('main .actions button').first().click();
      await guest.page.getByRole('dialog').getByRole('button', { name: cancel.confirm }).click();
      await shownOf(guest, since, language);
    }
    if ((await guest.page.title()) !== title) throw new Error(`The title is not in ${language}.`);
    const lang = await guest.page.locator('html').getAttribute('lang');
    if (lang !== locale) throw new Error(`The page says that it is in ${lang}, and is in ${locale}.`);
    await guest.picture(`language-${locale}`);
    await guest.close();
  }
  await changedAfterwards(browser, base);
  return 'English, Spanish and Portuguese, also of an answer that came in another language';
}

async function changedAfterwards(browser: Browser, base: string): Promise<void> {
  const guest = await visit(browser, base);
  await guest.open('/#/payment/40000201801');
  await guest.page.getByRole('button', { name: languages.EN.cancel.startAnyway }).click();
  await guest.page.getByRole('button', { name: languages.EN.cancel.confirm }).click();
  await shownOf(guest, 0);
  await guest.page.getByLabel(languages.EN.language).selectOption('PT_BR');
  const portuguese = 'Este pagamento não pode mais ser cancelado. Consulte a loja sobre o reembolso.';
  await until('the answer is in Portuguese', async () => (await panelOf(guest).innerText()).includes(portuguese));
  await guest.close();
}
