import { nextActions } from '../../cancellation/errors/next-action.ts';
import { cancelReasons } from '../../cancellation/target/cancel-reason.ts';
import { outcomes } from '../../cancellation/target/outcome.ts';
import { enumType } from '../type/enum-type.ts';

export const CancellationOutcome = enumType('CancellationOutcome', outcomes, {
  description:
    'What is certain about the target after this request, on success and on failure alike. Closed: no value will be added.',
  values: {
    CANCELLED: 'The target is cancelled at the provider.',
    PENDING: 'The provider accepted the cancellation and has not finished it.',
    NOT_CANCELLED: 'The target is certainly not cancelled by this request.',
    UNKNOWN: 'The gateway could not find out yet and keeps looking. Tell the shopper neither; follow `cancellation`.',
  },
});

export const NextAction = enumType('NextAction', nextActions, {
  description: 'What a client should do next. Closed: no value will be added, so switch on it without a default.',
  values: {
    NOTHING: 'Nothing is left to do: the target is cancelled, or it is final and holds no money.',
    RETRY_SAME_KEY: 'Repeat with the same idempotency key after `retryAfterMs`.',
    RETRY_NEW_KEY: 'Repeat with a new idempotency key.',
    WAIT: 'Wait and follow `cancellation`; send no other cancellation.',
    FIX_INPUT: 'Correct the input, then send it with a new key.',
    FIX_CREDENTIALS: 'The merchant must correct the provider credentials; a later attempt needs a new key.',
    REFUND: 'Money was captured: offer a refund.',
    CANCEL_MANUALLY: "A person has to cancel in the provider's own console; a later attempt here needs a new key.",
    CONTACT_SUPPORT: 'Give `requestId` to support; a later attempt needs a new key.',
  },
});

export const CancelReason = enumType('CancelReason', cancelReasons, {
  description: 'Why the caller cancels; kept in the audit trail.',
});
