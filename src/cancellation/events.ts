import type { CancelAnswer, ReadAnswer } from './provider.ts';
import type { CancellationRecord } from './record/record.ts';

/** What the domain tells its operator. Observers must not throw. */
export interface CancellationEvents {
  /** A run of a cancellation has ended; its record may still be open. */
  settled(record: CancellationRecord): void;
  /** A provider answered, or did not. */
  heard(answer: CancelAnswer | ReadAnswer): void;
  /** The store failed while the gateway was doing `step`; the caller was told the truth all the same. */
  storeFailed(step: 'claim' | 'take' | 'save' | 'read' | 'purge', error: unknown): void;
  /** A bug: an operation rejected. */
  crashed(error: unknown): void;
}
