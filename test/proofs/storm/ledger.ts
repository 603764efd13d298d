import { readFileSync } from 'node:fs';

/**
 * What the provider did, one line of JSON per deed: `effect` a cancel of ours was carried out, `double` one more was asked
 * for under another key after that, `stranger` somebody else captured or cancelled the target.
 */
export interface Deed {
  readonly at: number;
  readonly what: 'effect' | 'double' | 'stranger';
  readonly target: string;
  readonly status: 'cancelled' | 'captured';
  readonly key: string;
  /** Which of the connections that the provider accepted brought it. */
  readonly connection: number;
}

export interface Ledger {
  /** Cancels of ours that were carried out, or would have been at a provider without a memory, by target. */
  readonly effects: ReadonlyMap<string, readonly Deed[]>;
  /** When a target first stood cancelled, whoever did it. */
  readonly cancelledAt: ReadonlyMap<string, number>;
  readonly strangers: number;
}

export function readLedger(path: string): Ledger {
  const effects = new Map<string, Deed[]>();
  const cancelledAt = new Map<string, number>();
  let strangers = 0;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const deed = JSON.parse(line) as Deed;
    if (deed.what === 'stranger') strangers += 1;
    else effects.set(deed.target, [...(effects.get(deed.target) ?? []), deed]);
    if (deed.status === 'cancelled' && !cancelledAt.has(deed.target)) cancelledAt.set(deed.target, deed.at);
  }
  return { effects, cancelledAt, strangers };
}
