/** Both closed: no value will be added, and a `switch` without a default compiles only when it is complete. */
export type Outcome = 'CANCELLED' | 'PENDING' | 'NOT_CANCELLED' | 'UNKNOWN';
export type NextAction =
  | 'NOTHING'
  | 'RETRY_SAME_KEY'
  | 'RETRY_NEW_KEY'
  | 'WAIT'
  | 'FIX_INPUT'
  | 'FIX_CREDENTIALS'
  | 'REFUND'
  | 'CANCEL_MANUALLY'
  | 'CONTACT_SUPPORT';

/** What the screen offers next to the `userMessage`. */
export function whatNow(nextAction: NextAction): string {
  switch (nextAction) {
    case 'NOTHING':
      return 'nothing is left to do; outcome says whether it is cancelled';
    case 'RETRY_SAME_KEY':
      return 'try again, with the same key, after retryAfterMs';
    case 'RETRY_NEW_KEY':
      return 'try again, with a new key, after retryAfterMs';
    case 'WAIT':
      return 'show that it is being checked, and follow the cancellation';
    case 'FIX_INPUT':
      return 'ask for another id or key';
    case 'REFUND':
      return 'offer a refund: the money was captured';
    case 'CANCEL_MANUALLY':
      return "tell the merchant to cancel in the provider's console";
    case 'FIX_CREDENTIALS':
      return "tell the merchant to correct the provider's credentials";
    case 'CONTACT_SUPPORT':
      return 'show the requestId, and whom to ask';
  }
}
