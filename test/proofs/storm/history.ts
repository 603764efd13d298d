/** What clients asked and what they were told. Instants are by the clock of this machine. */
export type Kind = 'payment' | 'order' | 'vtex';

/** One question and its answer; `at` is null where the connection broke before there was one. */
export interface Exchange {
  readonly replica: number;
  readonly by: 'cancel' | 'follow';
  readonly askedAt: number;
  readonly at: number;
  /** Null where no answer came. */
  readonly answer: Answer | null;
}

export interface Answer {
  readonly outcome: string;
  readonly nextAction: string;
  readonly errorCode: string | null;
  readonly retryAfterMs: number | null;
  /** Null where nothing was accepted. */
  readonly cancellationId: string | null;
}

/** One client with its key: what it asked until it knew. */
export interface Flow {
  readonly key: string;
  readonly target: string;
  readonly kind: Kind;
  readonly what: 'fresh' | 'repeat' | 'new key';
  readonly exchanges: Exchange[];
  /** Clients that ask once and never come back are owed the same truth. */
  readonly leaves: boolean;
  /** An answer named a cancellation that its key does not find. */
  vanished: boolean;
}

/** Whether an answer is the last word: what may be asked again under the same key is not. */
export function isDefinite({ outcome, nextAction }: Answer): boolean {
  return outcome === 'CANCELLED' || (outcome === 'NOT_CANCELLED' && nextAction !== 'RETRY_SAME_KEY');
}

export function definiteAnswers(flow: Flow): Answer[] {
  return flow.exchanges.flatMap(({ answer }) => (answer !== null && isDefinite(answer) ? [answer] : []));
}
