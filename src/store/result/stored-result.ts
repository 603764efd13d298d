import type { CancelAnswer } from '../../cancellation/provider.ts';
import type { CancellationRecord } from '../../cancellation/record/record.ts';
import { UnreadableRecord } from '../../cancellation/record/unreadable-record.ts';
import { cancelAnswer, verdict } from './answers.ts';
import { type JsonObject, jsonObject, Mismatch, nullable, object, wholeNumber } from './decoder.ts';
import type { ResultRow } from './result-row.ts';
import { snapshot, snapshotJson } from './snapshots.ts';
import { fromVersion1 } from './version-1.ts';
import { fromVersion2 } from './version-2.ts';
import { fromVersion3 } from './version-3.ts';

/** The part of a record that is kept as JSON, in the column `result`. */
export type StoredResult = Pick<CancellationRecord, 'verdict' | 'lastAnswer' | 'startedAt' | 'snapshot'>;

/**
 * What brings a result of version 1, 2 and so on up by one. What a version wrote is read for ever: whoever changes a
 * shape below adds a step here, and rows of the version before to the tests. A nullable field of a snapshot needs neither.
 */
const upgrades: readonly ((older: JsonObject, row: ResultRow) => JsonObject)[] = [
  fromVersion1,
  fromVersion2,
  fromVersion3,
];

/** Of what this gateway writes. */
export const version = upgrades.length + 1;

const decoder = object<StoredResult & { readonly version: number }>({
  version: wholeNumber,
  verdict,
  lastAnswer: nullable(cancelAnswer),
  startedAt: wholeNumber,
  snapshot: nullable(snapshot),
});

export function encodeResult({ verdict, lastAnswer, startedAt, snapshot }: StoredResult): string {
  const seen = snapshot && snapshotJson(snapshot);
  return JSON.stringify({
    version,
    verdict,
    lastAnswer: lastAnswer && answerJson(lastAnswer),
    startedAt,
    snapshot: seen,
  });
}

function answerJson(answer: CancelAnswer): object {
  return 'snapshot' in answer && answer.snapshot !== null
    ? { ...answer, snapshot: snapshotJson(answer.snapshot) }
    : answer;
}

/** Throws an `UnreadableRecord` for what a newer gateway wrote, and for what none did. */
export function decodeResult(row: ResultRow): StoredResult {
  const unreadable = (reason: string) => new UnreadableRecord({ id: row.id, reason });
  try {
    const stored = jsonObject.decode(JSON.parse(row.result), 'result');
    // The first version did not say which it was.
    const { version: said = 1 } = stored;
    const given = wholeNumber.decode(said, 'result.version');
    if (given > version) throw unreadable(tooNew(given));
    const { version: _, ...result } = decoder.decode(upgraded(stored, given, row), 'result');
    return result;
  } catch (error) {
    if (error instanceof Mismatch) throw unreadable(damaged(error.message));
    if (error instanceof SyntaxError) throw unreadable(damaged('result is not JSON'));
    throw error;
  }
}

function damaged(what: string): string {
  return `${what}. Put the row's result back from a backup; nothing else can stand in for it.`;
}

function tooNew(given: number): string {
  return `its result has version ${given}, and this gateway knows ${version}. Run the gateway that wrote it, or a newer one.`;
}

function upgraded(stored: JsonObject, given: number, row: ResultRow): JsonObject {
  if (given < 1) throw new Mismatch('result.version is none that there was');
  return upgrades.slice(given - 1).reduce((older, upgrade) => upgrade(older, row), stored);
}
