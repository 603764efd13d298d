import type { Browser } from 'playwright-core';
import { shownOf } from '../panel.ts';
import { type Told, visit } from '../visit.ts';

const outcomes: readonly Told['outcome'][] = ['CANCELLED', 'PENDING', 'NOT_CANCELLED', 'UNKNOWN'];
const nextActions: readonly Told['nextAction'][] = [
  'NOTHING',
  'RETRY_SAME_KEY',
  'RETRY_NEW_KEY',
  'WAIT',
  'FIX_INPUT',
  'FIX_CREDENTIALS',
  'REFUND',
  'CANCEL_MANUALLY',
  'CONTACT_SUPPORT',
];

/** Clicks through the list from its first line to its last, as a newcomer does, and compares what is shown with what was told. */
export async function everyCase(browser: Browser, base: string): Promise<string> {
  const visitor = await visit(browser, base, { viewport: { width: 1280, height: 900 } });
  const met = new Set<string>();
  await visitor.open('/');
  await visitor.page.locator('.case').first().waitFor();
  const cases = visitor.page.locator('.case[data-runs]');
  const count = await cases.count();
  const begun = Date.now();
  for (let nth = 0; nth < count; nth += 1) {
    const since = visitor.told.length;
    await cases.nth(nth).click();
    const { outcome, nextAction } = await shownOf(visitor, since);
    if (!met.has(nextAction)) await visitor.picture(`case-${nextAction.toLowerCase().replaceAll('_', '-')}`);
    if (!met.has(nextAction)) await visitor.accessible(nextAction);
    met.add(nextAction).add(outcome);
  }
  const seconds = Math.round((Date.now() - begun) / 1_000);
  const missing = [...outcomes, ...nextActions].filter((name) => !met.has(name));
  if (missing.length > 0) throw new Error(`No case brought ${missing.join(', ')}.`);
  if (visitor.wrongs.length > 0) throw new Error(visitor.wrongs.join('\n'));
  await visitor.close();
  return `${count} cases shown as told, with all outcomes and next actions, in ${seconds} s`;
}
