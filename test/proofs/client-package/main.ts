import { deepStrictEqual } from 'node:assert';
import { freshIds } from '../../../src/emulator/index.ts';
import { startWorld } from '../../world.ts';
import { atMost, type Figure, plain, print } from '../outage/table.ts';
import { hasChromium, runInChromium, serve } from './browser.ts';
import { bundleWithVite, compile, lint, newProject, pack, runInNode, sizeOf } from './packed.ts';

/**
 * `npm run client:package` packs the client as it would be published, has a new project compile, bundle and run it, in Node
 * and in Chromium, and ends with 1 when any of that fails or the bundle grows beyond its bound.
 */
const boundKilobytes = 25;

const file = await pack();
await lint(file);
const project = await newProject(file);
await compile(project);
const site = await serve(await bundleWithVite(project));
const world = await startWorld({ env: { CORS_ORIGINS: site.origin } });
const figures: Figure[] = [];
try {
  const expected = {
    outcome: 'CANCELLED',
    nextAction: 'NOTHING',
    button: 'done',
    keyWasStoredFirst: true,
    read: 'Payment',
  };
  await cancels('Node', (url, paymentId) => runInNode(project, url, paymentId));
  if (hasChromium) await cancels('Chromium', (url, paymentId) => runInChromium(site, url, paymentId));
  else figures.push(plain('cancels in Chromium', 'not tried: none is installed'));

  async function cancels(where: string, app: (url: string, paymentId: string) => Promise<string>): Promise<void> {
    const { policies, unions, ...report } = JSON.parse(
      await app(world.url, freshIds.MERCADO_PAGO.payment(figures.length)),
    );
    deepStrictEqual(report, expected, where);
    if (policies < 1 || unions < 1) throw new Error(`${where}: the package lacks its policies or its possible types.`);
    figures.push({ figure: `cancels in ${where}`, target: 'CANCELLED', measured: report.outcome, ok: true });
  }
  const { bytes, gzipped } = await sizeOf(project);
  figures.push(plain('bundled and minified', `${(bytes / 1_000).toFixed(1)} kB`));
  figures.push(atMost('the same, gzipped', gzipped / 1_000, boundKilobytes, ' kB', true, 1));
  print(figures);
  if (figures.some(({ ok }) => ok === false)) process.exitCode = 1;
} finally {
  await world.close();
  site.close();
}
