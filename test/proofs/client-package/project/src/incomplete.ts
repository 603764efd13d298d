import { type CancelOutcome, matchNextAction } from '@cancellation-gateway/client';

/** An app that forgets a next action does not compile. */
export const forgotten = (result: CancelOutcome): string =>
  // @ts-expect-error Only one of nine branches is there.
  matchNextAction(result, { NOTHING: () => 'done' });
