import { readFileSync } from 'node:fs';

/**
 * What the provider did, one line of JSON per act: `effect` a cancel of ours was carried out, `double` one more was asked
 * for under another key after that, `foreign` somebody else captured or cancelled the target.
 */
export interface LedgerLine {
  readonly at: number;
  readonly what: 'effect' | 'double' | 'foreign';
  readonly target: string;
  readonly status: 'cancelled' | 'captured';
  readonly key: string;
  /** Which of the connections that the provider accepted brought it. */
  readonly connection: number;
}

export interface Ledger {
  /** Cancels of ours that were carried out, or would have been at a provider without a memory, by target. */
  readonly effects: ReadonlyMap<string, readonly LedgerLine[]>;
  /** When a target first stood cancelled, whoever did it. */
  readonly cancelledAt: ReadonlyMap<string, number>;
  readonly foreignActs: number;
}

export function readLedger(path: string): Ledger {
  const effects = new Map<string, LedgerLine[]>();
  const cancelledAt = new Map<string, number>();
  let foreignActs = 0;
  for (const text of readFileSync(path, 'utf8').split('\n')) {
    if (text === '') continue;
    const line = JSON.parse(text) as LedgerLine;
    if (line.what === 'foreign') foreignActs += 1;
    else effects.set(line.target, [...(effects.get(line.target) ?? []), line]);
    if (line.status === 'cancelled' && !cancelledAt.has(line.target)) cancelledAt.set(line.target, line.at);
  }
  return { effects, cancelledAt, foreignActs };
}
