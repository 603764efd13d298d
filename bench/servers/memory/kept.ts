import type { Fingerprint } from '../../../src/cancellation/record/idempotency.ts';
import type { CancellationRecord, RecordedRequest } from '../../../src/cancellation/record/record.ts';

/** One record as it is now. Records themselves never change: each change makes another. */
export interface Kept {
  record: CancellationRecord;
  /** Whether nobody knows any more who asked for it. */
  isErased: boolean;
  /** The keys that point at it, by their names. */
  readonly keys: Map<string, Key>;
}

/** A key, what it was used for, and the record that answers it. */
export interface Key {
  readonly name: string;
  readonly principalClass: string;
  readonly fingerprint: Fingerprint;
  readonly kept: Kept;
  readonly found: boolean;
  readonly request: RecordedRequest;
}

export const nobody = { requestedBy: 'erased', reason: null, note: null } as const;
