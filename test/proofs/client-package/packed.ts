import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { temporaryDirectory } from '../../temporary-directory.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const tool = (path: string) => join(root, 'node_modules', path);
const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];

/** The file that `npm pack -w client` gives. */
export async function pack(): Promise<string> {
  const folder = temporaryDirectory('packed');
  const { stdout } = await run('npm', ['pack', '-w', 'client', '--json', '--pack-destination', folder], { cwd: root });
  // What the build prints comes before the list.
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
  return join(folder, filename);
}

/** What publint and @arethetypeswrong/cli say against it; they throw their findings. */
export async function lint(file: string): Promise<void> {
  await run(process.execPath, [tool('publint/src/cli.js'), '--strict', file]);
  // It is for import alone; and a schema in GraphQL's own language has no types to look for.
  const options = ['--profile', 'esm-only', '--exclude-entrypoints', './schema.graphql'];
  await run(process.execPath, [tool('@arethetypeswrong/cli/dist/index.js'), file, ...options]);
}

/** A new project that has nothing but the packed file and what that depends on, with the code of `project/`. */
export async function newProject(file: string): Promise<string> {
  const folder = temporaryDirectory('an-app');
  cpSync(fileURLToPath(new URL('project', import.meta.url)), folder, { recursive: true });
  await run('npm', ['install', file, ...quick], { cwd: folder });
  return folder;
}

/** Under every strict option, and with the declarations of the package checked as well. */
export async function compile(folder: string): Promise<void> {
  await run(process.execPath, [tool('typescript/bin/tsc'), '-p', folder]);
}

export async function runInNode(folder: string, url: string, paymentId: string): Promise<string> {
  return (await run(process.execPath, ['compiled/node.js', url, paymentId], { cwd: folder })).stdout;
}

/** Answers the folder to be served. */
export async function bundleWithVite(folder: string): Promise<string> {
  await run(process.execPath, [tool('vite/bin/vite.js'), 'build', '--logLevel', 'error'], { cwd: folder });
  return join(folder, 'dist');
}

/** Bytes of all that the package exports, minified, with what it depends on. */
export async function sizeOf(folder: string): Promise<{ readonly bytes: number; readonly gzipped: number }> {
  const { outputFiles } = await build({
    stdin: { contents: "export * from '@cancellation-gateway/client';", resolveDir: folder },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild made nothing.');
  return { bytes: file.contents.byteLength, gzipped: gzipSync(file.contents).byteLength };
}
