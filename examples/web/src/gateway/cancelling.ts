import type { CancelProgress, CancelReason } from '@cancellation-gateway/client';

/** How the cancel of one target stands, and what can be done with it. */
export interface Cancelling {
  readonly running: boolean;
  /** Whether it is asked, or will be by itself. */
  readonly looking: boolean;
  /** Whether it is only looked at, since it was asked for long ago or given up. */
  readonly late: boolean;
  /** Whether a request of it has left this device, or may have. */
  readonly sent: boolean;
  /** What is wanted before anything is sent: a network where nothing was sent yet, or a person where it is late and the gateway has no record. */
  readonly waitsFor: 'network' | 'person' | null;
  /** What is certain by now; null before the first answer. */
  readonly known: CancelProgress | null;
  /** Whether nothing can come of the key any more, so that another one is safe. */
  readonly over: boolean;
  /** Begins a new attempt, under a key of its own. */
  start(reason: CancelReason | null): void;
  /** The same for the reason that was given before. */
  startAnew(): void;
  /** Asks again under the same key, and sends nothing where it is late. */
  goOn(): void;
  /** Asks again under the same key by the word of a person, late or not. */
  sendAgain(): void;
  /** Sends it no more, and forgets it where nothing was sent. */
  giveUp(): void;
  /** Forgets the key on this device, where a person has taken over. */
  leave(): void;
}
