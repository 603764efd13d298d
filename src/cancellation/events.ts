import type { CancelAnswer, ReadAnswer } from './provider.ts';
import type { CancellationRecord } from './record/record.ts';
import type { OfTenant } from './target/lane.ts';

/** What the domain tells its operator. Observers must not throw. */
export interface CancellationEvents {
  /** A run of a cancellation has ended; its record may still be open. */
  settled(record: CancellationRecord): void;
  /** Somebody has to cancel in the provider's console. Told by whoever writes the end of the record, so never twice. */
  manualCancellationNeeded(record: CancellationRecord): void;
  /** A provider was asked to cancel the target or to show it, and answered or did not. */
  answered(answer: CancelAnswer | ReadAnswer, about: OfTenant, asked: 'cancel' | 'read'): void;
  /** The store failed while the gateway was doing `step`; the caller was told the truth all the same. */
  storeFailed(step: 'claim' | 'acquire' | 'save' | 'read' | 'purge' | 'listen', error: unknown): void;
  /** A bug: a run rejected. */
  crashed(error: unknown): void;
}
