import type { ErrorCode } from '../../../src/cancellation/errors/catalogue.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import type { Verdict } from '../../../src/cancellation/record/verdict.ts';
import { isFinal } from '../../../src/cancellation/target/phase.ts';
import { phaseOf } from '../../../src/cancellation/target/snapshot.ts';

/**
 * What is checked of every schedule. "Told" is every answer to a cancel and every cancellation that a client reads; a
 * refusal without a record (a key used for another target, a store that could not take the claim) says that this request
 * did nothing, not how the target stands, and is no negative.
 */
export const invariants = {
  I1: 'Told CANCELLED: at that instant the target is cancelled.',
  I1b: 'Told NOT_CANCELLED: no cancel of ours had been carried out when that was settled.',
  I1c: 'Told NOT_CANCELLED for the state the target is in: it had not been cancelled by anybody. Readable providers.',
  I2: 'At most one cancel of ours is carried out per target.',
  I3: 'One key, asked for one target, is never answered CANCELLED and a final NOT_CANCELLED.',
  I4: 'Every written intent is settled: in three hours of healing while it may be sent, in two days when not.',
  I4b: 'Its outcome is then known, but for unreadable providers that decline the repeat, or recover too late.',
  I5: "One key, a client's or ours, never stands for two targets, and is refused only when it would.",
  I6: 'No cancel sent before a NOT_CANCELLED was settled is carried out after it.',
  I7: 'Told that a spelling was refused: the provider takes neither.',
  A: "A cancel carries the newest authorization that callers of its record's class had named when it was written down.",
  C: 'No record is read or sent with the credentials of another account, and no request answered from its record.',
  M: 'A person is asked to cancel by hand once for a record at most, and only when it has ended so.',
  S: 'Nothing is sent later than its last request allows, nor a day after the first send to what cannot be read.',
  W: 'Nothing is sent that is not written down.',
  D: 'What is sent for the first time is not taken for sent before.',
  L: 'What waits for its turn in a process that lives and works is taken over by nobody.',
  O: "What is not shown to be a shopper's is neither begun for them nor told; what was shown once is only joined and told.",
  N: 'A shopper is not told NOT_CANCELLED of what an earlier request of theirs, under any key, may have cancelled.',
  T: 'Every request is answered in time, and none rejects.',
} as const;

export type Invariant = keyof typeof invariants;

export interface Violation {
  readonly invariant: Invariant;
  readonly atMs: number;
  readonly detail: string;
}

/** A NOT_CANCELLED that somebody was told. */
export interface Negative {
  readonly target: number;
  readonly settledAt: number;
  readonly code: string;
  /** What it says about the target: that it can never be cancelled, that it stands open and is refused, or nothing. */
  readonly claim: 'final' | 'open' | 'nothing';
}

export function negativeOf(target: number, verdict: Verdict, record: CancellationRecord, settledAt: number): Negative {
  const code = verdict.failure?.code ?? 'none';
  return { target, settledAt, code, claim: claimOf(verdict, record) };
}

/** Refusals that follow from the state of the target. The others, of credentials for example, say nothing about it. */
const aboutState: readonly (ErrorCode | undefined)[] = [
  'PAYMENT_NOT_CANCELLABLE',
  'ORDER_NOT_CANCELLABLE',
  'PAYMENT_ALREADY_CANCELLED',
  'ORDER_ALREADY_CANCELLED',
];

function claimOf({ failure, nextAction }: Verdict, { snapshot }: CancellationRecord): Negative['claim'] {
  const isTooSoon = nextAction === 'RETRY_NEW_KEY';
  if (!aboutState.includes(failure?.code) || isTooSoon) return 'nothing';
  return snapshot !== null && isFinal(phaseOf(snapshot)) ? 'final' : 'open';
}
