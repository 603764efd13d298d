import { describe, expect, it } from 'vitest';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { sourceFiles } from './source-files.ts';

const isTable = (path: string) => /^providers\/.+\.errors\.ts$/.test(path);
/** The providers' own folders, and the emulator, which is written from their documentation. */
const mayNameThem = (path: string) => path.startsWith('providers/') || path.startsWith('emulator/');

const documented = providerDefinitions.flatMap(({ documentedErrors }) =>
  documentedErrors.flatMap(({ wireCode }) => wireCode ?? []),
);
const undocumented = sourceFiles
  .filter(({ path }) => isTable(path))
  .flatMap(({ text }) => [...text.matchAll(/code: '([^']+)'/g)].flatMap(([, code]) => code ?? []));

// Shorter ones are numbers like any other.
const codes = [...new Set([...documented, ...undocumented])].filter((code) => code.length > 3);

describe.each(codes)('the wire code %s', (code) => {
  const word = new RegExp(`(?<![\\w-])${code}(?![\\w-])`);

  it('is known to the tables of its provider, and to nobody else', () => {
    const naming = sourceFiles.filter(({ text }) => word.test(text)).map(({ path }) => path);
    expect(naming.filter((path) => path.startsWith('providers/'))).not.toEqual([]);
    expect(naming.filter((path) => !mayNameThem(path))).toEqual([]);
  });
});

it('there are such codes, of every provider', () => {
  expect(codes).toEqual(expect.arrayContaining(['2018', '2063', 'order_already_cancelled', 'cancel-manually']));
});
