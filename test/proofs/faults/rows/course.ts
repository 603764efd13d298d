import type { Inapplicable } from './variant.ts';

/**
 * fresh: the fault stays for every call of that kind · once: only the first call meets it · again: the provider is well
 * again and the same key comes back · twin: the same key comes while the first request runs · reads: the read-backs go
 * wrong as well · heals: then the provider gets well and the reconciler drives · crash: killed during the read-back, and
 * started again on the same store.
 */
export const modes = ['fresh', 'once', 'again', 'twin', 'reads', 'heals', 'crash'] as const;
export type Mode = (typeof modes)[number];

export interface Told {
  readonly outcome: string;
  readonly code: string | null;
  readonly action: string;
  readonly retryAfterMs?: number;
}

/** What is told, and what the provider has seen by then. */
export interface Stage {
  readonly told: Told;
  /** Cancels and reads that reached the provider; null where the mode leaves the number open. */
  readonly sends: number;
  readonly reads: number | null;
  /** The calls that the record tells of: C for a cancel, R for a read-back. */
  readonly tries?: string;
  /** What the caller is told at the answer deadline, where that comes first. */
  readonly early?: Told;
  readonly replayed?: boolean;
  /** How many keys the sends may have; more than one only where the provider has burnt the first. */
  readonly keys?: 2;
}

export type Course = Partial<Record<Mode, Stage | Inapplicable>>;

export const cancelled = told('CANCELLED', null, 'NOTHING');
export const unreachable = told('NOT_CANCELLED', 'PROVIDER_UNREACHABLE', 'RETRY_SAME_KEY');

export function told(outcome: string, code: string | null, action: string): Told {
  return { outcome, code, action };
}

export function unknown(code = 'OUTCOME_UNKNOWN'): Told {
  return told('UNKNOWN', code, 'WAIT');
}

export function refusal(code: string, action: string): Told {
  return told('NOT_CANCELLED', code, action);
}

const isDefinite: Inapplicable = { because: 'the answer is definite: nothing is read back, nothing stays open' };
const isAnswered: Inapplicable = { because: 'nothing is in flight when the caller is answered' };
const neverResent: Inapplicable = { because: 'what may have been executed is not resent in the request' };
const notReadable: Inapplicable = { because: 'a VTEX provider cannot be read' };

/** An answer that is lost. `seen` is how many of the first sends the provider can have noticed. */
export interface Loss {
  readonly executes: boolean;
  readonly code?: string;
  readonly hangs?: boolean;
  readonly seen?: 0 | 1;
}

/** At a provider that can be read. */
export function lostThenRead({ executes, code, hangs = false, seen = 1 }: Loss): Course {
  const early = hangs ? { early: unknown() } : {};
  const open = unknown(code);
  const fresh: Stage = executes
    ? { told: cancelled, sends: seen, reads: 1, tries: 'CR', ...early }
    : { told: open, sends: seen, reads: 2, tries: 'CRR', ...early };
  const settled: Stage = { told: cancelled, sends: executes ? seen : seen + 1, reads: null };
  return {
    fresh,
    once: neverResent,
    again: executes
      ? { told: cancelled, sends: seen, reads: 1, replayed: true }
      : { told: open, sends: seen, reads: 3, tries: 'CRRR' },
    twin: hangs ? { ...fresh, early: unknown('IDEMPOTENCY_KEY_IN_PROGRESS') } : isAnswered,
    reads: { told: open, sends: seen, reads: seen === 0 ? 0 : 2, tries: 'CRR', ...early },
    heals: settled,
    crash: settled,
  };
}

/** At a provider that can only be asked again. */
export function lostThenRepeated({ code, hangs = false, seen = 1 }: Loss): Course {
  const early = hangs ? { early: unknown() } : {};
  const fresh: Stage = { told: unknown(code), sends: seen, reads: 0, tries: 'C', ...early };
  const settled: Stage = { told: cancelled, sends: seen + 1, reads: 0 };
  return {
    fresh,
    once: neverResent,
    again: { ...settled, tries: 'CC' },
    twin: hangs ? { ...fresh, early: unknown('IDEMPOTENCY_KEY_IN_PROGRESS') } : isAnswered,
    reads: notReadable,
    heals: settled,
    crash: settled,
  };
}

/** The provider has said it, and the record is final. `reads` is what was read to understand it. */
export function definite(what: Told, reads = 0, withoutReads: Told = what, faultyReads = reads): Course {
  const fresh: Stage = { told: what, sends: 1, reads, tries: `C${'R'.repeat(reads)}` };
  const stays = withoutReads.outcome === 'UNKNOWN';
  return {
    fresh,
    once: neverResent,
    again: { ...fresh, replayed: true },
    twin: isAnswered,
    reads: { told: withoutReads, sends: 1, reads: faultyReads, tries: `C${'R'.repeat(faultyReads)}` },
    heals: stays ? { ...fresh, reads: null, tries: undefined } : isDefinite,
    crash: isDefinite,
  };
}

/** Certainly not executed: the same key runs again. `tries` cancels were made, of which `sends` reached the provider. */
export function released(what: Told, { sends, tries }: { sends: number; tries: number }): Course {
  const fresh: Stage = { told: what, sends, reads: 0, tries: 'C'.repeat(tries) };
  const second: Stage = { told: cancelled, sends: sends === 0 ? 1 : 2, reads: 0, tries: 'CC' };
  return {
    fresh,
    once: tries === 2 ? second : { because: 'a fault of this kind is not resent in the request' },
    again: { told: cancelled, sends: sends + 1, reads: 0, tries: 'C'.repeat(tries + 1), replayed: false },
    twin: isAnswered,
    reads: fresh,
    heals: isDefinite,
    crash: isDefinite,
  };
}

const noKey: Inapplicable = { because: 'a query has no key and leaves no record' };

/** A query: what it says when the fault stays, and whether a second read is tried. */
export function query(code: string | null, reads: 0 | 1 | 2, tried: boolean = reads === 2): Course {
  const what = told(code === null ? 'READ' : 'NOT_READ', code, '-');
  const seen = reads === 0 ? 1 : 2;
  const retried: Stage = { told: told('READ', null, '-'), sends: 0, reads: seen };
  const fresh: Stage = { told: what, sends: 0, reads };
  return {
    fresh,
    once: tried ? retried : fresh,
    again: noKey,
    twin: noKey,
    reads: noKey,
    heals: noKey,
    crash: noKey,
  };
}
