import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageOf, sourceFiles } from './source-files.ts';

const root = new URL('../../', import.meta.url);
const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const page = readFileSync(new URL('docs/dependencies.md', root), 'utf8');
const reasons = new Map([...page.matchAll(/^\| `(.+?)` *\| (.+?) *\|$/gm)].map(([, name, why]) => [name, why]));
/** The Dockerfile leaves the rest behind, which may use what only development has. */
const shipped = sourceFiles.filter(({ path }) => !/^(emulator|pages)\/|^playground\.ts$/.test(path));
const imported = new Set(shipped.flatMap(({ imports }) => imports.map(packageOf)).filter((name) => name !== null));

it('there are at most twenty runtime dependencies', () => {
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(20);
});

it('docs/dependencies.md has a line for each and for no other', () => {
  expect([...reasons.keys()].sort()).toEqual(Object.keys(dependencies).sort());
});

it('the image imports no package that is missing in production', () => {
  expect([...imported].filter((name) => dependencies[name] === undefined)).toEqual([]);
});

describe.each(Object.keys(dependencies))('%s', (name) => {
  it('is imported, or required by one that is', () => {
    const host = /^required by (\S+)$/.exec(reasons.get(name) ?? '')?.[1];
    expect(imported.has(name) || (host !== undefined && imported.has(host))).toBe(true);
  });
});

it.each(Object.entries<string>({ ...dependencies, ...devDependencies }))('%s is pinned', (_, version) => {
  expect(version).toMatch(/^(npm:[@\w/-]+@)?\d+\.\d+\.\d+/);
});
