import { describe, expect, it } from 'vitest';
import { fits, roomOf, rooms } from './rooms.ts';
import { importsOf, packageOf, sourceFiles } from './source-files.ts';

const paths = sourceFiles.map(({ path }) => path);

it('knows a room for every file, and none without files', () => {
  const used = new Set(paths.map((path) => roomOf(path).path));
  expect([...used].sort()).toEqual(rooms.map(({ path }) => path).sort());
});

it('sees every way to import', () => {
  const text = `import 'a'; import b, { type B } from '@b/c/d'; export * from './e.ts'; import type F from '../f.ts';
    export type { G } from 'node:g'; const h = import('h'); type I = import('./i.ts').I;`;
  expect(importsOf('x/y.ts', text)).toEqual([
    { specifier: 'a', file: null },
    { specifier: '@b/c/d', file: null },
    { specifier: './e.ts', file: 'x/e.ts' },
    { specifier: '../f.ts', file: 'f.ts' },
    { specifier: 'node:g', file: null },
    { specifier: 'h', file: null },
    { specifier: './i.ts', file: 'x/i.ts' },
  ]);
});

describe.each(rooms)('$path imports', (room) => {
  const imports = sourceFiles
    .filter(({ path }) => roomOf(path) === room)
    .flatMap(({ path, imports }) => imports.map((one) => ({ ...one, from: path })));

  it('no file of a room that it may not use', () => {
    const strangers = imports.filter(({ file }) => {
      return file !== null && roomOf(file) !== room && !room.files.some((path) => fits(file, path));
    });
    expect(strangers.map(({ from, specifier }) => `${from} imports ${specifier}`)).toEqual([]);
  });

  it('its own packages, all of them and no other', () => {
    const packages = new Set(imports.map(packageOf).filter((name) => name !== null));
    expect([...packages].sort()).toEqual(room.packages);
  });

  it('files that are there, by their full name', () => {
    const files = imports.map(({ file }) => file).filter((file) => file !== null);
    expect(files.filter((file) => !paths.includes(file))).toEqual([]);
  });
});

it('only the playground knows the emulator', () => {
  const guests = sourceFiles.filter(
    ({ path, imports }) => !path.startsWith('emulator/') && imports.some(({ file }) => file?.startsWith('emulator/')),
  );
  expect(guests.map(({ path }) => path)).toEqual(['playground.ts']);
});

it('only the entry points touch the environment', () => {
  const readers = sourceFiles.filter(({ text }) => /\bprocess\.env\b|['"](?:node:)?process['"]/.test(text));
  expect(readers.map(({ path }) => path)).toEqual(['audit.ts', 'emulator/main.ts', 'main.ts', 'playground.ts']);
});

it('the registry lists every provider there is', () => {
  const folders = new Set(paths.flatMap((path) => /^providers\/[^/]+\//.exec(path) ?? []));
  const registry = sourceFiles.find(({ path }) => path === 'providers/registry.ts');
  const listed = registry?.imports.flatMap(({ file }) => (file?.endsWith('/index.ts') ? [file] : []));
  expect(listed?.sort()).toEqual([...folders].map((folder) => `${folder}index.ts`).sort());
});
