import {
  type CancelOutcome,
  createCancellationClient,
  matchNextAction,
  type NextAction,
} from '@cancellation-gateway/client';
import { typePolicies } from '@cancellation-gateway/client/apollo';

/** What the app offers next: without one of the branches it does not compile. */
export function buttonFor(result: CancelOutcome): string {
  return matchNextAction(result, {
    NOTHING: () => 'done',
    RETRY_SAME_KEY: () => 'try again',
    RETRY_NEW_KEY: () => 'new attempt',
    WAIT: () => 'wait',
    FIX_INPUT: () => 'correct the number',
    REFUND: () => 'refund',
    CANCEL_MANUALLY: () => 'call the store',
    FIX_CREDENTIALS: () => 'call the store',
    CONTACT_SUPPORT: () => 'call support',
  });
}

export interface Report {
  readonly outcome: string;
  readonly nextAction: NextAction;
  readonly button: string;
  readonly keyWasStoredFirst: boolean;
  readonly read: string;
  readonly policies: number;
}

export async function cancelOne(url: string, paymentId: string): Promise<Report> {
  const stored: string[] = [];
  const client = createCancellationClient({ url, headers: async () => ({}) });
  const { payment } = await client.sdk.Payment({ id: paymentId });
  const result = await client.cancelPayment(
    { paymentId, reason: 'REQUESTED_BY_CUSTOMER' },
    { onKey: (key) => void stored.push(key), deadlineMs: 20_000 },
  );
  return {
    outcome: result.outcome,
    nextAction: result.nextAction,
    button: buttonFor(result),
    keyWasStoredFirst: stored[0] === result.idempotencyKey,
    read: payment.__typename,
    policies: Object.keys(typePolicies).length,
  };
}
