import type { Records } from '../storm/records.ts';
import type { AskedCancel } from './generator.ts';
import type { Ledger } from './provider.ts';

/** What clients were told, what the store holds and what the provider did. */
export interface Evidence {
  readonly cancels: readonly AskedCancel[];
  readonly records: Records;
  readonly ledger: Ledger;
}

/** Cancels that fared as none may, in words. */
export function violations({ cancels, records, ledger }: Evidence): string[] {
  const byId = new Map(records.rows.map((row) => [row.id, row]));
  return [
    ...cancels.flatMap(({ paymentId, key, fate, outcome }) => {
      const done = ledger[paymentId] ?? 0;
      const record = byId.get(records.recordOfKey.get(key) ?? '');
      const found: string[] = [];
      if (done > 1) found.push('cancelled under two keys');
      if (fate === 'shed' && done > 0) found.push('refused, and cancelled');
      if (fate === 'shed' && record !== undefined) found.push('refused, and written down');
      if (outcome === 'CANCELLED' && done === 0) found.push('told CANCELLED, and it was not');
      if (outcome === 'NOT_CANCELLED' && done > 0) found.push('told NOT_CANCELLED, and it was');
      if (outcome === 'UNKNOWN' && record === undefined) found.push('accepted, no record');
      if (done > 0 && record?.outcome !== 'CANCELLED') found.push(`cancelled, and the record says ${record?.outcome}`);
      if (outcome === 'CANCELLED' && record?.outcome !== 'CANCELLED')
        found.push('told CANCELLED, and no record says so');
      return found.map((what) => `${what}: ${paymentId}`);
    }),
    ...records.rows
      .filter(({ state }) => state !== 'DONE' && state !== 'RELEASED')
      .map(({ id }) => `never final: ${id}`),
  ];
}
