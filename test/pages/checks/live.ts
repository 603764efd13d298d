import type { Browser } from 'playwright-core';
import { shows } from '../panel.ts';
import { languages, visit } from '../visit.ts';

const { cancel, outcome } = languages.EN;

/** What the provider fails at first becomes known while one looks on, without a click and without asking. */
export async function live(browser: Browser, base: string): Promise<string> {
  const visitor = await visit(browser, base);
  const heard: string[] = [];
  visitor.page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))));
  await visitor.open('/#/order/ORD01KERR0R0NCE00000000000000');
  await visitor.page.getByRole('button', { name: cancel.start.order }).click();
  await visitor.page.getByRole('button', { name: cancel.confirm }).click();
  await shows(visitor, outcome.titles.UNKNOWN);
  await visitor.picture('live-before');
  await shows(visitor, outcome.titles.CANCELLED, 60_000);
  await visitor.picture('live-after');
  if (!heard.some((frame) => /cancellationUpdated.*"CANCELLED"/.test(frame)))
    throw new Error('It was asked, not told.');
  if (visitor.wrongs.length > 0) throw new Error(visitor.wrongs.join('\n'));
  await visitor.close();
  return 'not known yet, then cancelled: told over the subscription';
}
