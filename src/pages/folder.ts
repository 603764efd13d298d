import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { StaticFile } from '../http/sites.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * The files below a folder by their addresses, which begin with `prefix`; `index.html` has that of its folder. What a browser
 * has no use for, such as a licence, is left out. Null where there is no such folder.
 */
export function filesOf(folder: string, prefix: string): Map<string, StaticFile> | null {
  const files = new Map<string, StaticFile>();
  for (const path of pathsBelow(folder) ?? []) {
    const contentType = contentTypes[extname(path)];
    if (contentType === undefined) continue;
    const address =
      prefix +
      path
        .split(sep)
        .join('/')
        .replace(/(^|\/)index\.html$/, '$1');
    files.set(address, { contentType, read: () => readFile(join(folder, path)) });
  }
  return files.size === 0 ? null : files;
}

function pathsBelow(folder: string): string[] | null {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
