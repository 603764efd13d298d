import { describe, expect, it } from 'vitest';
import { askedEntry } from '../../src/cancellation/record/audit-trail.ts';
import { ChainCheck } from '../../src/store/audit/chain-check.ts';
import { columnsOf, digestOf, type EntryRow, type Head, hashAt } from '../../src/store/audit/entry-row.ts';
import { readHeads, shownBreak, shownHead } from '../../src/store/audit/shown.ts';
import { sampleRecord } from '../cancellation/samples.ts';
import { Corner } from './fixtures.ts';

const chain = 3;

/** A chain as it is written, its entries by different people. */
function written(count: number): EntryRow[] {
  const rows: EntryRow[] = [];
  for (let n = 1; n <= count; n += 1) rows.push(rowAt(n, rows.at(-1)?.hash ?? '', `person ${n}`));
  return rows;
}

function rowAt(n: number, previous: string, actor: string): EntryRow {
  const store = { now: () => n } as ConstructorParameters<typeof Corner>[0];
  const request = { ...new Corner(store).request(`k${n}`), requestedBy: actor };
  const said = columnsOf(askedEntry(request, { kind: 'start', record: sampleRecord() }));
  return { ...said, chain, n, previous, hash: hashAt({ chain, n }, previous, digestOf(said)) };
}

/** The numbers of the entries are those of the list, unless they say otherwise. */
function breaksOf(rows: readonly EntryRow[], end: EntryRow | undefined, kept: readonly Head[] = [], purged?: EntryRow) {
  const check = new ChainCheck(
    {
      ...{ chain, n: end?.n ?? 0, hash: end?.hash ?? '' },
      ...{ purged_n: purged?.n ?? 0, purged_hash: purged?.hash ?? '', purged_at: purged?.at ?? 0 },
    },
    kept,
  );
  for (const row of rows) check.take(row);
  check.end();
  return check.breaks.map(({ n, finding }) => `${n} ${finding}`);
}

const [a, b, c, d] = written(4) as [EntryRow, EntryRow, EntryRow, EntryRow];
const replaced = 'does not follow from the entry before it: one of the two was replaced';

describe('a chain', () => {
  it('is whole as it was written, from its first entry or from where it was forgotten', () => {
    expect(breaksOf([a, b, c, d], d)).toEqual([]);
    expect(breaksOf([c, d], d, [], b)).toEqual([]);
    expect(breaksOf([], d, [], d)).toEqual([]);
    expect(breaksOf([], undefined)).toEqual([]);
  });

  it.each<[string, readonly EntryRow[], readonly string[]]>([
    ['its first entry', [b, c, d], ['1 is missing']],
    ['an entry in the middle', [a, c, d], ['2 is missing']],
    ['two entries in the middle', [a, d], ['2 and those up to 3 are missing']],
    ['its last entry', [a, b, c], ['4 is missing']],
    ['all of it', [], ['1 and those up to 4 are missing']],
  ])('is broken without %s', (_, rows, found) => expect(breaksOf(rows, d)).toEqual(found));

  it('is broken by entries that changed places', () => {
    expect(breaksOf([a, { ...c, n: 2 }, { ...b, n: 3 }, d], d)).toEqual([
      '2 was changed',
      '3 was changed',
      `4 ${replaced}`,
    ]);
  });

  it('is broken by an entry with a hash of its own', () => {
    const forged = rowAt(2, a.hash, 'mallory');
    expect(breaksOf([a, forged, c, d], d)).toEqual([`3 ${replaced}`]);
    expect(breaksOf([a, b, c, rowAt(4, c.hash, 'mallory')], d)).toEqual(['4 is not the end that was written down']);
  });

  it('is broken by an entry of another chain', () => {
    expect(breaksOf([a, { ...b, chain: 4 }, c, d], d)).toEqual(['2 was changed']);
  });

  it('is broken by what stands before its beginning and beyond its end', () => {
    expect(breaksOf([{ ...a, n: 0 }, a, b, c, d], d)).toEqual(['0 stands before the beginning of the chain']);
    expect(breaksOf([b, c, d], d, [], b)).toEqual(['2 stands before the beginning of the chain']);
    expect(breaksOf([a, b, c, d], c)).toEqual(['4 stands beyond the end of the chain']);
  });

  it('is broken where it is forgotten further than it says', () => {
    expect(breaksOf([d], d, [], b)).toEqual(['3 is missing']);
    expect(breaksOf([c, d], d, [], { ...b, hash: a.hash })).toEqual([`3 ${replaced}`]);
  });

  it('still has what was its end when somebody kept that', () => {
    expect(breaksOf([a, b, c, d], d, [b])).toEqual([]);
    expect(breaksOf([c, d], d, [a, b], b)).toEqual([]);
    expect(breaksOf([a], a, [c])).toEqual(['3 was the end once, and is missing']);
    const anew = [a, rowAt(2, a.hash, 'mallory')];
    expect(breaksOf(anew, anew[1], [b])).toEqual(['2 is not what it was when it was the end']);
  });
});

describe('what an operator keeps', () => {
  it('is read back from what was printed', () => {
    const heads = [
      { chain: 0, n: 17, hash: a.hash },
      { chain: 31, n: 1, hash: b.hash },
    ];
    expect(readHeads(`${heads.map(shownHead).join('\n')}\n18 entries in 2 chains, 0 breaks\n`)).toEqual(heads);
  });

  it('is refused where it names no end', () => {
    expect(() => readHeads('head 0 17 abc\n')).toThrow(/no line such as/);
  });

  it('names the chain and the entry of a break', () => {
    expect(shownBreak({ chain: 3, n: 7, finding: 'is missing' })).toBe('chain 3: entry 7 is missing');
    expect(shownBreak({ chain: 3, n: null, finding: 'is gone' })).toBe('chain 3 is gone');
  });
});
