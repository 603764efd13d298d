import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * The last step of `npm run build`: makes of `src/main.ts` and all that it imports `dist/bundle/gateway.js`, which starts
 * in half the time of a thousand single files. The SQLite thread stands beside it, where the store looks for it, and so do
 * chunks: what the two share, and what only some settings load. Another folder may be given.
 */
const root = join(import.meta.dirname, '..');
const outdir = process.argv[2] ?? join(root, 'dist/bundle');

/** What stays in `node_modules`. */
const external = [
  // Finds its native part beside itself.
  'libsql',
  // Packages look whether these are there, and do without. Here they are not.
  'bufferutil',
  'class-validator',
  'pg-native',
  'utf-8-validate',
  // For whoever runs from the sources.
  '*/from-source.mjs',
];

const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: { gateway: 'src/main.ts', 'sqlite.worker': 'src/store/sqlite/sqlite.worker.ts' },
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // `graphql` comes twice, as a CommonJS and as an ES module; a schema of the one is none to the other.
  mainFields: ['module', 'main'],
  // Outside a file of its own it takes itself to be in a browser, and in one it asks for Node's own at every document.
  alias: { '@apollo/utils.createhash': 'node:crypto' },
  // Elsewhere graphql looks at every value for whether it is from a second copy of itself; below it is made sure that there is none.
  define: { 'process.env.NODE_ENV': '"production"' },
  external,
  // CommonJS packages require what is built into Node.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  },
  // Makes one literal of `{ ...{ a, b }, ...{ c } }`, which V8 is slow to put together.
  minifySyntax: true,
  metafile: true,
  write: false,
  logLevel: 'warning',
});

const ofGraphql = Object.keys(metafile.inputs).filter((path) => path.includes('node_modules/graphql/'));
const copies = new Set(ofGraphql.map((path) => path.replace(/(node_modules\/graphql\/).*(?=\.)/, '$1*')));
if (copies.size !== 1) throw new Error(`The bundle holds more than one graphql: ${[...copies].join(', ')}.`);

rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text));

/** V8 keeps a text in one byte a character, or in two if a single one needs them, as some in the comments of packages do. */
function inAscii(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
