import type { Browser } from 'playwright-core';
import { collections } from '../in-page.ts';
import { until, visit } from '../visit.ts';

/** Altair loads from here alone, has the operations in its collection, and asks the gateway. */
export async function explorer(browser: Browser, base: string): Promise<string> {
  const guest = await visit(browser, base, { viewport: { width: 1400, height: 900 } });
  await guest.open('/explorer/');
  const answered = guest.page.waitForResponse((response) => response.url() === `${base}/graphql`);
  await guest.page.locator('app-altair .app-wrapper').waitFor();
  await answered;
  await until('the operations are kept', async () =>
    (await guest.page.evaluate<string[]>(collections)).includes('Cancellation gateway'),
  );
  await guest.picture('explorer');
  if (guest.wrongs.length > 0) throw new Error(guest.wrongs.join('\n'));
  await guest.close();
  return 'loads nothing from elsewhere, knows the schema and the operations';
}
