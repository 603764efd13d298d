import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { temporaryDirectory } from '../../temporary-directory.ts';
import type { Edit } from './mutant.ts';

const root = resolve(import.meta.dirname, '../../..');

/** The simulation and the code under it as one file; `remove` deletes it. */
export interface Bundle {
  readonly file: string;
  remove(): Promise<void>;
}

/** Bundles the real source, or the real source with a planted fault. */
export async function bundle(edits: readonly Edit[]): Promise<Bundle> {
  const folder = temporaryDirectory('simulation');
  const file = join(folder, 'simulation.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'child.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    plugins: edits.length === 0 ? [] : [planting(edits)],
  });
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

function planting(edits: readonly Edit[]): Plugin {
  return {
    name: 'planted-fault',
    setup({ onLoad, onEnd }) {
      const planted = new Set<Edit>();
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const here = edits.filter(({ file }) => join(root, file) === path);
        if (here.length === 0) return undefined;
        let contents = await readFile(path, 'utf8');
        for (const edit of here) {
          contents = patched(contents, edit);
          planted.add(edit);
        }
        return { contents, loader: 'ts' };
      });
      onEnd(() => {
        const missed = edits.find((edit) => !planted.has(edit));
        if (missed !== undefined) throw new Error(`The simulation does not contain ${missed.file}.`);
      });
    },
  };
}

/** A fault that no longer finds its place would survive, or be caught, for the wrong reason. */
export function patched(source: string, { file, find, replace }: Edit): string {
  const places = source.split(find).length - 1;
  if (places !== 1) throw new Error(`${file} contains ${places} times, not once: ${find}`);
  return source.replace(find, () => replace);
}
