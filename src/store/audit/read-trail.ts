import type { Session } from '../sql-database.ts';
import type { Chain } from './audit-queries.ts';
import { auditStatements } from './audit-statements.ts';
import { type Break, ChainCheck } from './chain-check.ts';
import type { EntryRow, Head } from './entry-row.ts';

/** How many entries are in memory at once. */
const page = 1_000;

/** Entries are kept for a year; no clock is off by more than a day. */
const shortestKeptMs = 364 * 24 * 3_600_000;

/** A trail as of one instant, without anything that could change it. */
export interface ReadTrail {
  readonly session: Session;
  /** How many chains there are, numbered from 0. */
  readonly chains: number;
}

export interface Verified {
  /** Where the chains end, without those that never had an entry. */
  readonly heads: readonly Head[];
  readonly entries: number;
  readonly breaks: readonly Break[];
}

/** Every entry, chain after chain, each in its order. */
export async function* entriesOf({ session }: ReadTrail): AsyncGenerator<EntryRow> {
  for (const { chain } of await session.all<{ chain: number }>(auditStatements.chainsOfEntries, {})) {
    yield* entriesOfChain(session, chain);
  }
}

/** Reads everything. `kept` are heads of an earlier verification, which show that nothing was cut off since. */
export async function verify(trail: ReadTrail, kept: readonly Head[], now: number): Promise<Verified> {
  const { session } = trail;
  const chains = await session.all<Chain>(auditStatements.chains, {});
  const breaks: Break[] = await strayChains(trail, chains, kept);
  let entries = 0;
  for (const chain of chains) {
    if (chain.purged_at > now - shortestKeptMs) {
      breaks.push({
        chain: chain.chain,
        n: chain.purged_n,
        finding: 'and those before it were deleted before their time',
      });
    }
    const check = new ChainCheck(
      chain,
      kept.filter((head) => head.chain === chain.chain),
    );
    for await (const row of entriesOfChain(session, chain.chain)) {
      check.take(row);
      entries += 1;
    }
    check.end();
    breaks.push(...check.breaks);
  }
  const heads = chains.filter(({ n }) => n > 0).map(({ chain, n, hash }) => ({ chain, n, hash }));
  return { heads, entries, breaks };
}

/** Chains of which the entries are there, or ought to be, and the chain is not. */
async function strayChains(trail: ReadTrail, chains: readonly Chain[], kept: readonly Head[]): Promise<Break[]> {
  const known = new Set(chains.map(({ chain }) => chain));
  const withEntries = await trail.session.all<{ chain: number }>(auditStatements.chainsOfEntries, {});
  const expected = [...Array(trail.chains).keys(), ...[...withEntries, ...kept].map(({ chain }) => chain)];
  const stray = [...new Set(expected)].filter((chain) => !known.has(chain));
  return stray.map((chain) => ({ chain, n: null, finding: 'is not written down, so nothing shows where it ends' }));
}

async function* entriesOfChain(session: Session, chain: number): AsyncGenerator<EntryRow> {
  for (let n = -1; ; ) {
    const rows = await session.all<EntryRow>(auditStatements.entriesAfter, { chain, n, limit: page });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    n = last.n;
  }
}
