import { describe, expect, it } from 'vitest';
import { providerDefinitions } from '../../src/providers/registry.ts';
import { type SourceText, sourceTexts } from './source-texts.ts';

const isTable = (path: string) => /^providers\/.+\.errors\.ts$/.test(path);
const isMapping = (path: string) => /^providers\/.+\/(?:.+\.mapping|wire)\.ts$/.test(path);
/** The providers' own folders, and the emulator, which is written from their documentation. */
const mayNameThem = (path: string) => path.startsWith('providers/') || path.startsWith('emulator/');

/** What stands in the group of the pattern, wherever it matches in these files. */
function found(isOne: (path: string) => boolean, pattern: RegExp): string[] {
  const texts = sourceTexts.filter(({ path }) => isOne(path)).map(({ text }) => text);
  return texts.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, word]) => word ?? []));
}

function filesNaming(word: string): SourceText[] {
  const whole = new RegExp(`(?<![\\w-])${word}(?![\\w-])`);
  return sourceTexts.filter(({ text }) => whole.test(text));
}

const documented = providerDefinitions.flatMap(({ documentedErrors }) =>
  documentedErrors.flatMap(({ wireCode }) => wireCode ?? []),
);
const undocumented = found(isTable, /code: '([^']+)'/g);

// Shorter ones are numbers like any other.
const codes = [...new Set([...documented, ...undocumented])].filter((code) => code.length > 3);

/** The keys of the tables of statuses and of their details, and what the mappings compare with. */
const statuses = [...new Set([...found(isMapping, /\['(\w+)', '/g), ...found(isMapping, /[sS]tatus\w* === '(\w+)'/g)])];

/** Statuses that are English words as well, which comments and descriptions need, or names of ours. */
const words = new Set([
  ...['cancelled', 'canceled', 'authorized', 'approved', 'refunded', 'processed'],
  // What becomes of a promise, a record and a call.
  ...['pending', 'rejected', 'created', 'failed'],
]);

/** Whoever reads what version 2 stored has to know the details that it went by, whatever a provider says today. */
const readsTheirPast = 'store/result/version-2.ts';

const theirs = [...codes, ...statuses.filter((status) => !words.has(status))];

describe.each(theirs)('the wire word %s', (word) => {
  it('is known to its provider, and to nobody else', () => {
    const naming = filesNaming(word).map(({ path }) => path);
    expect(naming.filter((path) => path.startsWith('providers/'))).not.toEqual([]);
    expect(naming.filter((path) => !mayNameThem(path) && path !== readsTheirPast)).toEqual([]);
  });
});

it('there are such codes, of every provider', () => {
  expect(codes).toEqual(expect.arrayContaining(['2018', '2063', 'order_already_cancelled', 'cancel-manually']));
  expect(codes).toContain('cannot_cancel_order');
});

it('there are such statuses, and details of them', () => {
  const some = ['in_process', 'in_mediation', 'charged_back', 'action_required', 'at_terminal', 'canceled'];
  expect(statuses).toEqual(expect.arrayContaining([...some, 'waiting_capture', 'cancellation_requested']));
});

it('every word that others may use is a status that others do use', () => {
  for (const word of words) {
    expect(statuses).toContain(word);
    expect(filesNaming(word).some(({ path }) => !mayNameThem(path))).toBe(true);
  }
});
