import type { Dialect, Session } from '../sql-database.ts';
import { auditStatements } from './audit-statements.ts';
import type { EntryRow, Head } from './entry-row.ts';

/** A chain: where it ends, and where it begins since its oldest entries were deleted. */
export interface Chain extends Head {
  /** The last entry that was deleted, its hash and its time; 0, empty and 0 where none was. */
  readonly purged_n: number;
  readonly purged_hash: string;
  readonly purged_at: number;
}

/** The chain whose first entry is the oldest of those that are past their time; null without one. */
export async function oldestChain(session: Session, before: number): Promise<number | null> {
  const [row] = await session.all<{ chain: number }>(auditStatements.beginnings, { before });
  return row?.chain ?? null;
}

/** Deletes the beginning of a chain, as far as it is past its time, and writes down where the chain begins now. */
export async function forgetBeginning(
  session: Session,
  { lockingRows }: Dialect,
  { chain, before, limit }: { readonly chain: number; readonly before: number; readonly limit: number },
): Promise<number> {
  const [held] = await session.all<Chain>(auditStatements.chain + lockingRows, { chain });
  if (held === undefined) return 0;
  const oldest = await session.all<EntryRow>(auditStatements.entriesAfter, { chain, n: held.purged_n, limit });
  const young = oldest.findIndex(({ at }) => at >= before);
  const last = young < 0 ? oldest.at(-1) : oldest[young - 1];
  if (last === undefined) return 0;
  await session.run(auditStatements.movePurged, { chain, n: last.n, hash: last.hash, at: last.at });
  return session.run(auditStatements.deletePurged, { chain, n: last.n });
}
