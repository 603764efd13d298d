// The entry of the thread when it runs from the sources: bundled here, since a loader of its own would take half a second.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const entry = fileURLToPath(new URL('./sqlite.worker.ts', import.meta.url));
const { outputFiles } = buildSync({
  entryPoints: [entry],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  packages: 'external',
});
new Function('require', outputFiles[0].text)(createRequire(import.meta.url));
