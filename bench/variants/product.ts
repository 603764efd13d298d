import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** An empty folder below the bench's packages, for what a product makes out of its configuration. */
export function workshop(name: string): string {
  const folder = join(workshops, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

export const workshops = resolve('bench/dist/products');

/** The program of a package of the bench. */
export const program = (path: string) => resolve('bench/node_modules', path);
