// The thread when it runs from the sources: they are made into one script, once in a process. Under a loader each thread
// takes five times as long to start, and the tests start many.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

let script;

/** What a worker runs with `eval`. It finds its packages from here, wherever the process was started. */
export function threadScript() {
  script ??= `require = require('node:module').createRequire(${JSON.stringify(import.meta.url)});\n${bundle()}`;
  return script;
}

function bundle() {
  // Not before it is needed: what is bundled for a test takes this file in, and has no use for it.
  const { buildSync } = createRequire(import.meta.url)('esbuild');
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('./sqlite.worker.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    write: false,
  });
  return outputFiles[0].text;
}
