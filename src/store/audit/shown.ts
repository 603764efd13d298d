import type { Break } from './chain-check.ts';
import type { Head } from './entry-row.ts';

/** A head as an operator keeps it, and gives it back to the next verification. */
export function shownHead({ chain, n, hash }: Head): string {
  return `head ${chain} ${n} ${hash}`;
}

/** The heads of a text, whatever else stands in it. Throws where there is none: nothing would be checked. */
export function readHeads(text: string): readonly Head[] {
  const found = [...text.matchAll(/^head (\d+) (\d+) ([\da-f]{64})$/gm)];
  if (found.length === 0)
    throw new Error('The file of --heads has no line such as "head 0 17 <64 hexadecimal digits>".');
  return found.map(([, chain, n, hash = '']) => ({ chain: Number(chain), n: Number(n), hash }));
}

export function shownBreak({ chain, n, finding }: Break): string {
  return n === null ? `chain ${chain} ${finding}` : `chain ${chain}: entry ${n} ${finding}`;
}
