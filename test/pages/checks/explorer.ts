import type { Browser } from 'playwright-core';
import { collections } from '../in-page.ts';
import { until, visit } from '../visit.ts';

/** Altair loads from here alone, has the operations in its collection, and asks the gateway. */
export async function explorer(browser: Browser, base: string): Promise<string> {
  const visitor = await visit(browser, base, { viewport: { width: 1400, height: 900 } });
  await visitor.open('/explorer/');
  const answered = visitor.page.waitForResponse((response) => response.url() === `${base}/graphql`);
  await visitor.page.locator('app-altair .app-wrapper').waitFor();
  await answered;
  await until('the operations are kept', async () =>
    (await visitor.page.evaluate<string[]>(collections)).includes('Cancellation gateway'),
  );
  await visitor.picture('explorer');
  if (visitor.wrongs.length > 0) throw new Error(visitor.wrongs.join('\n'));
  await visitor.close();
  return 'loads nothing from elsewhere, knows the schema and the operations';
}
