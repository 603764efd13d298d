import { type ErrorCodeFor, entryOf, type Operation } from '../cancellation/errors/catalogue.ts';
import type { DocumentedError } from '../cancellation/errors/error-listing.ts';
import type { TargetKind } from '../cancellation/target/target.ts';
import type { ProviderAnswer } from './answer.ts';

/**
 * What one answer of a provider means. The tables of such rows are the only place that knows a provider's codes; a row
 * that names an error of the other kind of target does not compile.
 */
export interface ErrorRow<K extends TargetKind> extends ErrorMeaning<K> {
  readonly source: Source;
}

interface ErrorMeaning<K extends TargetKind> {
  readonly status: number;
  /** Null stands for every other code and for none. */
  readonly code: string | null;
  readonly means: ErrorCodeFor<K>;
  /** How the answer is told to the engine; a refusal, for no reason but its own, unless said otherwise. */
  readonly as?: 'too-soon' | 'not-implemented' | 'failed' | 'perhaps-by-state';
}

/** From where somebody knows of a row. */
interface Source {
  /** Whether the provider documents the answer for this very call: `errorCatalog` and the README list those. */
  readonly documented: boolean;
  /** The address of the page; of an answer that no page names, who met it. */
  readonly where: string;
  /** When it was last read there, or met: a day, or a month where the day is not known. */
  readonly when: string;
}

/** An error table, from its rows by where they are known from. */
export function errorTable<K extends TargetKind>(
  _target: K,
  groups: readonly { readonly source: Source; readonly rows: readonly ErrorMeaning<NoInfer<K>>[] }[],
): readonly ErrorRow<K>[] {
  return groups.flatMap(({ source, rows }) => rows.map((row) => ({ ...row, source })));
}

/** What a status means from any provider, where its own table says nothing else. */
type StatusRow = ErrorRow<'payment'> & ErrorRow<'order'>;

const rfc9110 = { documented: false, where: 'RFC 9110, sections 15.5.2 and 15.5.4', when: '2026-11-21' };

const statusRows: readonly StatusRow[] = [
  { status: 401, code: null, means: 'ACCESS_TOKEN_INVALID', source: rfc9110 },
  { status: 403, code: null, means: 'PROVIDER_FORBIDDEN', source: rfc9110 },
];

export function statusRowOf({ status }: Pick<ProviderAnswer, 'status'>): StatusRow | null {
  return statusRows.find((row) => row.status === status) ?? null;
}

/** The row of an answer: that of its very code first, then the row for any. Letter case is not part of a code. */
export function rowOf<K extends TargetKind>(
  rows: readonly ErrorRow<K>[],
  { status, code }: Pick<ProviderAnswer, 'status' | 'code'>,
  operation: Operation,
): ErrorRow<K> | StatusRow | null {
  // A read cannot be answered with what only a cancel can mean.
  const candidates = rows.filter((row) => row.status === status && entryOf(row.means).operations.includes(operation));
  const exact = candidates.find((row) => row.code !== null && row.code.toLowerCase() === code?.toLowerCase());
  return exact ?? candidates.find((row) => row.code === null) ?? statusRowOf({ status });
}

export function documentedErrors<K extends TargetKind>(target: K, rows: readonly ErrorRow<K>[]): DocumentedError[] {
  return rows
    .filter(({ source }) => source.documented)
    .map(({ source, status, code, means }) => {
      return { target, httpStatus: status, wireCode: code, code: means, docsUrl: source.where };
    });
}
