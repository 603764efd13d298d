import type { Browser, BrowserContextOptions } from 'playwright-core';
import { overflow } from '../in-page.ts';
import { type Language, languages, until, type Visit, visit } from '../visit.ts';

const places = {
  phone: { viewport: { width: 360, height: 780 }, deviceScaleFactor: 2 },
  desk: { viewport: { width: 1280, height: 860 } },
} as const;

/**
 * Every screen on a phone and at a desk, in light and dark, and on a phone in the languages with longer words: nothing wider
 * than the screen, nothing axe calls serious.
 */
export async function everyScreen(browser: Browser, base: string): Promise<string> {
  let screens = 0;
  for (const [place, screen] of Object.entries(places)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      screens += await look(browser, base, `${place}-${colorScheme}`, 'EN', { ...screen, colorScheme });
    }
  }
  for (const language of ['ES', 'PT_BR'] as const) {
    const { locale } = languages[language];
    screens += await look(browser, base, `phone-${locale}`, language, { ...places.phone, locale });
  }
  return `${screens} screens fit and are without serious findings`;
}

async function look(
  browser: Browser,
  base: string,
  name: string,
  language: Language,
  options: BrowserContextOptions,
): Promise<number> {
  const { cancel, work } = languages[language];
  const visitor = await visit(browser, base, options);
  let screens = 0;
  const keep = async (screen: string) => {
    const where = `${name}-${screen}`;
    await fits(visitor, where);
    await visitor.accessible(where);
    await visitor.picture(where);
    screens += 1;
  };
  await visitor.open('/');
  await visitor.page.locator('.case').first().waitFor({ state: 'attached' });
  await keep('find');
  await visitor.open('/#/payment/10000000004');
  await visitor.page.getByRole('button', { name: cancel.start.payment }).click();
  await visitor.page.getByRole('dialog').waitFor();
  await keep('dialog');
  await visitor.page.getByRole('button', { name: cancel.keep }).click();
  await keep('payment');
  await visitor.open('/#/order/ORD01KPR0CESSED00000000000000');
  await visitor.page.getByRole('button', { name: cancel.startAnyway }).click();
  await visitor.page.getByRole('button', { name: cancel.confirm }).click();
  await visitor.page.locator('.support').waitFor();
  await visitor.page.locator('.support summary').click();
  await keep('outcome');
  await visitor.open('/#/work');
  await visitor.page.getByRole('radio', { name: work.filters.all }).check();
  await visitor.page.locator('.work-row').first().waitFor();
  await keep('work');
  await visitor.open('/#/cases');
  await visitor.page.locator('.case').first().waitFor();
  await keep('cases');
  if (visitor.wrongs.length > 0) throw new Error(visitor.wrongs.join('\n'));
  await visitor.close();
  return screens;
}

async function fits({ page }: Visit, where: string): Promise<void> {
  const over = () => page.evaluate<number>(overflow);
  await until(`${where} is no wider than the screen`, async () => (await over()) <= 0, 2_000);
}
