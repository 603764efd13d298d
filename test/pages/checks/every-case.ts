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
  const guest = await visit(browser, base, { viewport: { width: 1280, height: 900 } });
  const met = new Set<string>();
  await guest.open('/');
  await guest.page.locator('.case').first().waitFor();
  const cases = guest.page.locator('.case[data-runs]');
  const count = await cases.count();
  const begun = Date.now();
  for (let nth = 0; nth < count; nth += 1) {
    const since = guest.told.length;
    await cases.nth(nth).click();
    const { outcome, nextAction } = await shownOf(guest, since);
    if (!met.has(nextAction)) await guest.picture(`case-${nextAction.toLowerCase().replaceAll('_', '-')}`);
    if (!met.has(nextAction)) await guest.accessible(nextAction);
    met.add(nextAction).add(outcome);
  }
  const seconds = Math.round((Date.now() - begun) / 1_000);
  const missing = [...outcomes, ...nextActions].filter((name) => !met.has(name));
  if (missing.length > 0) throw new Error(`No case brought ${missing.join(', ')}.`);
  if (guest.wrongs.length > 0) throw new Error(guest.wrongs.join('\n'));
  await guest.close();
  return `${count} cases shown as told, with all outcomes and next actions, in ${seconds} s`;
}
