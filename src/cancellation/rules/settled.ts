import { type Failure, failure } from '../errors/failure.ts';
import type { NextAction } from '../errors/next-action.ts';
import type { RecordState } from '../record/record.ts';
import { type Verdict, waitingVerdict } from '../record/verdict.ts';
import type { Outcome } from '../target/outcome.ts';
import type { Snapshot } from '../target/snapshot.ts';
import { retryDelaysMs } from './retry-delays.ts';

/** What a record becomes. `nextGeneration` when the provider has burnt the key and a later attempt needs another. */
export interface Settlement {
  readonly state: RecordState;
  readonly verdict: Verdict;
  readonly snapshot: Snapshot | null;
  readonly nextGeneration: boolean;
}

export function settled(
  outcome: Outcome,
  nextAction: NextAction,
  error: Failure | null,
  snapshot: Snapshot | null,
  retryAfterMs: number | null = nextAction === 'RETRY_NEW_KEY' ? retryDelaysMs.newKey : null,
): Settlement {
  return {
    state: 'DONE',
    verdict: { outcome, nextAction, retryAfterMs, failure: error },
    snapshot,
    nextGeneration: false,
  };
}

export function unsettled(state: 'UNKNOWN' | 'PENDING', error: Failure | null, snapshot: Snapshot | null): Settlement {
  return { state, verdict: waitingVerdict(state, error), snapshot, nextGeneration: false };
}

/** Certainly not executed: the same key may run it again. */
export function released(error: Failure, retryAfterMs: number, snapshot: Snapshot | null): Settlement {
  return {
    state: 'RELEASED',
    verdict: { outcome: 'NOT_CANCELLED', nextAction: 'RETRY_SAME_KEY', retryAfterMs, failure: error },
    snapshot,
    nextGeneration: false,
  };
}

/** When nothing is left to be tried, a person has to find out. */
export function givenUp({ verdict, snapshot }: Settlement): Settlement {
  return settled('UNKNOWN', 'CANCEL_MANUALLY', failure('OUTCOME_UNKNOWN', verdict.failure?.upstream ?? null), snapshot);
}
