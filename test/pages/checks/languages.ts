import type { Browser } from 'playwright-core';
import { openAndCancel, shownOf, shows, textOf } from '../panel.ts';
import { type Language, languages, visit } from '../visit.ts';

/** One with a record at the gateway, and one that was refused before there was any. */
const ids = ['40000201801', '50200000001', 'not-a-payment-id'];

/** The page in each language, and an answer that is read in another one than it came in. */
export async function everyLanguage(browser: Browser, base: string): Promise<string> {
  for (const language of Object.keys(languages) as Language[]) {
    const { locale, cancel, kinds, title } = languages[language];
    const visitor = await visit(browser, base, { locale, viewport: { width: 1280, height: 900 } });
    for (const id of ids) {
      const since = visitor.told.length;
      await visitor.open(`/#/payment/${id}`);
      await visitor.page.getByRole('heading', { name: `${kinds.payment} ${id}` }).waitFor();
      await visitor.page.locator('.card .actions button').first().click();
      await visitor.page.getByRole('dialog').getByRole('button', { name: cancel.confirm }).click();
      await shownOf(visitor, since, language);
    }
    if ((await visitor.page.title()) !== `${kinds.payment} ${ids.at(-1)} · ${title}`)
      throw new Error(`The title is not in ${language}.`);
    const lang = await visitor.page.locator('html').getAttribute('lang');
    if (lang !== locale) throw new Error(`The page says that it is in ${lang}, and is in ${locale}.`);
    await visitor.picture(`language-${locale}`);
    await visitor.close();
  }
  await changedAfterwards(browser, base);
  await changedAfterSettling(browser, base);
  await changedWithoutAnAnswer(browser, base);
  await changedAfterRefusal(browser, base);
  return 'English, Spanish and Portuguese, also of an answer that came in another language';
}

async function changedAfterwards(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base);
  await visitor.open('/#/payment/40000201801');
  await visitor.page.getByRole('button', { name: languages.EN.cancel.startAnyway }).click();
  await visitor.page.getByRole('button', { name: languages.EN.cancel.confirm }).click();
  await shownOf(visitor, 0);
  await visitor.page.getByLabel(languages.EN.language).selectOption('PT_BR');
  const portuguese = 'Este pagamento não pode mais ser cancelado. Consulte a loja sobre o reembolso.';
  await shows(visitor, portuguese);
  await visitor.close();
}

/** The record was read while nothing was known: in the other language it is not to say so any more. */
async function changedAfterSettling(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base);
  await visitor.open('/#/payment/50000000003');
  await visitor.page.getByRole('button', { name: languages.EN.cancel.start.payment }).click();
  await visitor.page.getByRole('button', { name: languages.EN.cancel.confirm }).click();
  await shows(visitor, languages.EN.outcome.titles.UNKNOWN);
  await shows(visitor, languages.EN.outcome.titles.CANCELLED, 60_000);
  await visitor.page.getByLabel(languages.EN.language).selectOption('ES');
  await shows(visitor, 'Tu pago fue cancelado.');
  await visitor.close();
}

/** Nothing was answered that could be told in another language: it is asked again in that one. */
async function changedWithoutAnAnswer(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base);
  await visitor.page.route('**/graphql', (route) =>
    /^Cancel(Payment|lationByKey)$/.test(route.request().postDataJSON().operationName)
      ? route.abort('connectionreset')
      : route.continue(),
  );
  await openAndCancel(visitor, '7700980001');
  await shows(visitor, 'We could not find out whether your payment was cancelled.');
  await visitor.page.getByLabel(languages.EN.language).selectOption('ES');
  await shows(visitor, 'No pudimos saber si tu pago fue cancelado.');
  await visitor.close();
}

/** Nothing of it was written down, and it is not asked again. */
async function changedAfterRefusal(browser: Browser, base: string): Promise<void> {
  const visitor = await visit(browser, base);
  const errors = [{ message: 'Not for this caller.', extensions: { code: 'FORBIDDEN' } }];
  await visitor.page.route('**/graphql', (route) =>
    route.request().postDataJSON().operationName === 'CancelPayment'
      ? route.fulfill({ status: 403, json: { errors } })
      : route.continue(),
  );
  await openAndCancel(visitor, '7700980002');
  const english = 'Your payment was not cancelled.';
  await shows(visitor, english);
  await visitor.page.getByLabel(languages.EN.language).selectOption('ES');
  await shows(visitor, languages.ES.outcome.titles.NOT_CANCELLED);
  if ((await textOf(visitor)).includes(english)) throw new Error('It was to be told in Spanish.');
  await visitor.close();
}
