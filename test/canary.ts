import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emulatedProviders } from '../src/emulator/index.ts';
import { keepAnswersIn } from './doubles/kept-answers.mjs';
import { runDirectory } from './temporary-directory.ts';

/** Marks that stand in what every suite sends or is told, by what they are. A file of ours that holds one has let it out. */
export const credentials: readonly [name: string, mark: RegExp][] = [
  ...emulatedProviders.flatMap(({ credentials }) =>
    Object.entries(credentials).map(([name, value]): [string, RegExp] => [name, literally(value)]),
  ),
  ['a token of a caller', /eyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{40,}/],
];

/**
 * Answers tell it to whoever may know. No store and no line of a log needs it. A database writes columns without anything
 * between them, so that an id of the tests must not begin as one of these does: a hash behind it may end it.
 */
export const personal: readonly [name: string, mark: RegExp][] = [
  ['a document number', /(?<!\d)12345678909(?!\d)/],
  ['an e-mail address', /buyer@example\.com/],
  ['a card number', /(?<!\d)(?:4509953566233704|5031755734530604|4111111111111111)(?!\d)/],
];

/** Keeps what a gateway of the run logged, to be searched when the run is over. */
export function keepLog(text: string): void {
  appendFileSync(keptIn('log'), `${text}\n`);
}

/** Keeps every answer of the gateways in this process from now on, to be searched when the run is over. */
export function keepAnswers(): void {
  keepAnswersIn(keptIn('answers'));
}

/** What a gateway's own process loads before it, so that its answers are kept too. */
export function answerKeeper(): string {
  const module = JSON.stringify(new URL('doubles/kept-answers.mjs', import.meta.url).href);
  const path = JSON.stringify(keptIn('answers'));
  return `data:text/javascript,${encodeURIComponent(`import { keepAnswersIn } from ${module}; keepAnswersIn(${path});`)}`;
}

function keptIn(kind: 'log' | 'answers'): string {
  return join(runDirectory(), `kept-${kind}-${process.pid}.txt`);
}

/** What stands where it may not, a sentence each: in the files of stores, and in what was kept. */
export function searched(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => isSearched(path.slice(directory.length + 1)))
    .flatMap((path) => marksIn(path).map(({ name, place }) => `${path} holds ${name}: ${place}`));
}

/** Vitest calls this when all tests are through, before the files are deleted. An error of it is printed, and fails no run. */
export function teardown(): void {
  const found = searched(runDirectory());
  if (found.length === 0) return;
  process.exitCode = 1;
  throw new Error(`The run let out what it may not:\n${found.join('\n')}`);
}

/** Settings and programs hold credentials of their own accord; what a gateway writes are databases, and what was kept. */
function isSearched(path: string): boolean {
  return /\.db(-wal|-shm)?$/.test(path) || path.startsWith('kept-') || /^postgres-[^/]*\/(base|pg_wal)\//.test(path);
}

/** What a file holds, and what stands around it. */
function marksIn(path: string): { name: string; place: string }[] {
  const text = readFileSync(path, 'latin1');
  const marks = path.includes('kept-answers-') ? credentials : [...credentials, ...personal];
  return marks.flatMap(([name, mark]) => {
    const at = text.search(mark);
    return at < 0 ? [] : { name, place: JSON.stringify(text.slice(Math.max(0, at - 200), at + 200)) };
  });
}

function literally(text: string): RegExp {
  return new RegExp(text.replace(/[^\w-]/g, '\\$&'));
}
