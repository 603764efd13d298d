import { readFileSync } from 'node:fs';
import type { RecordState } from '../../../src/cancellation/record/record.ts';
import type { TargetKind } from '../../../src/cancellation/target/target.ts';
import { version as newestVersion } from '../../../src/store/result/stored-result.ts';

/** What a gateway of some version left in a row: the JSON of `result`, to the letter, and the columns that go with it. */
export interface StoredRow {
  readonly version: number;
  readonly name: string;
  readonly kind: TargetKind;
  readonly state: RecordState;
  readonly result: string;
}

/** One row for each kind of answer and each form of a failure, as the gateway of that version wrote it to a file. */
export const storedRows: readonly StoredRow[] = Array.from({ length: newestVersion }, (_, n) => n + 1).flatMap(
  (version) =>
    readFileSync(new URL(`./version-${version}.jsonl`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => ({ version, ...JSON.parse(line) })),
);

/** What one of them means. */
export function storedRow(version: number, name: string): StoredRow {
  const found = storedRows.find((row) => row.version === version && row.name === name);
  if (found === undefined) throw new Error(`Version ${version} has no row for ${name}.`);
  return found;
}
