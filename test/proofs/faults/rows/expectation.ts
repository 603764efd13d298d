import type { Inapplicable } from './variant.ts';

/**
 * fresh: the fault stays for every call of that kind · once: only the first call meets it · again: the provider is well
 * again and the same key comes back · twin: the same key comes while the first request runs · reads: the read-backs go
 * wrong as well · heals: then the provider gets well and the reconciler drives · crash: killed during the read-back, and
 * started again on the same store.
 */
export const modes = ['fresh', 'once', 'again', 'twin', 'reads', 'heals', 'crash'] as const;
export type Mode = (typeof modes)[number];

export interface ExpectedAnswer {
  readonly outcome: string;
  readonly code: string | null;
  readonly action: string;
  readonly retryAfterMs?: number;
}

/** What is told, and what the provider has seen by then. */
export interface Expectation {
  readonly answer: ExpectedAnswer;
  /** Cancels and reads that reached the provider; null where the mode leaves the number open. */
  readonly sends: number;
  readonly reads: number | null;
  /** The calls that the record tells of: C for a cancel, R for a read-back. */
  readonly tries?: string | undefined;
  /** What the caller is told at the answer deadline, where that comes first. */
  readonly early?: ExpectedAnswer;
  readonly replayed?: boolean;
  /** How many keys the sends may have; more than one only where the provider has burnt the first. */
  readonly keys?: 2;
}

export type Expectations = Partial<Record<Mode, Expectation | Inapplicable | undefined>>;

export const cancelled = answered('CANCELLED', null, 'NOTHING');
export const unreachable = answered('NOT_CANCELLED', 'PROVIDER_UNREACHABLE', 'RETRY_SAME_KEY');

export function answered(outcome: string, code: string | null, action: string): ExpectedAnswer {
  return { outcome, code, action };
}

export function unknown(code = 'OUTCOME_UNKNOWN'): ExpectedAnswer {
  return answered('UNKNOWN', code, 'WAIT');
}

export function refusal(code: string, action: string): ExpectedAnswer {
  return answered('NOT_CANCELLED', code, action);
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
export function lostThenRead({ executes, code, hangs = false, seen = 1 }: Loss): Expectations {
  const early = hangs ? { early: unknown() } : {};
  const open = unknown(code);
  const fresh: Expectation = executes
    ? { answer: cancelled, sends: seen, reads: 1, tries: 'CR', ...early }
    : { answer: open, sends: seen, reads: 2, tries: 'CRR', ...early };
  const settled: Expectation = { answer: cancelled, sends: executes ? seen : seen + 1, reads: null };
  return {
    fresh,
    once: neverResent,
    again: executes
      ? { answer: cancelled, sends: seen, reads: 1, replayed: true }
      : { answer: open, sends: seen, reads: 3, tries: 'CRRR' },
    twin: hangs ? { ...fresh, early: unknown('IDEMPOTENCY_KEY_IN_PROGRESS') } : isAnswered,
    reads: { answer: open, sends: seen, reads: seen === 0 ? 0 : 2, tries: 'CRR', ...early },
    heals: settled,
    crash: settled,
  };
}

/** At a provider that can only be asked again. */
export function lostThenRepeated({ code, hangs = false, seen = 1 }: Loss): Expectations {
  const early = hangs ? { early: unknown() } : {};
  const fresh: Expectation = { answer: unknown(code), sends: seen, reads: 0, tries: 'C', ...early };
  const settled: Expectation = { answer: cancelled, sends: seen + 1, reads: 0 };
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
export function definite(
  what: ExpectedAnswer,
  reads = 0,
  withoutReads: ExpectedAnswer = what,
  faultyReads = reads,
): Expectations {
  const fresh: Expectation = { answer: what, sends: 1, reads, tries: `C${'R'.repeat(reads)}` };
  const stays = withoutReads.outcome === 'UNKNOWN';
  return {
    fresh,
    once: neverResent,
    again: { ...fresh, replayed: true },
    twin: isAnswered,
    reads: { answer: withoutReads, sends: 1, reads: faultyReads, tries: `C${'R'.repeat(faultyReads)}` },
    heals: stays ? { ...fresh, reads: null, tries: undefined } : isDefinite,
    crash: isDefinite,
  };
}

/** Certainly not executed: the same key runs again. `tries` cancels were made, of which `sends` reached the provider. */
export function released(what: ExpectedAnswer, { sends, tries }: { sends: number; tries: number }): Expectations {
  const fresh: Expectation = { answer: what, sends, reads: 0, tries: 'C'.repeat(tries) };
  const second: Expectation = { answer: cancelled, sends: sends === 0 ? 1 : 2, reads: 0, tries: 'CC' };
  return {
    fresh,
    once: tries === 2 ? second : { because: 'a fault of this kind is not resent in the request' },
    again: { answer: cancelled, sends: sends + 1, reads: 0, tries: 'C'.repeat(tries + 1), replayed: false },
    twin: isAnswered,
    reads: fresh,
    heals: isDefinite,
    crash: isDefinite,
  };
}

const noKey: Inapplicable = { because: 'a query has no key and leaves no record' };

/** A query: what it says when the fault stays, and whether a second read is tried. */
export function query(code: string | null, reads: 0 | 1 | 2, tried: boolean = reads === 2): Expectations {
  const what = answered(code === null ? 'READ' : 'NOT_READ', code, '-');
  const seen = reads === 0 ? 1 : 2;
  const retried: Expectation = { answer: answered('READ', null, '-'), sends: 0, reads: seen };
  const fresh: Expectation = { answer: what, sends: 0, reads };
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
