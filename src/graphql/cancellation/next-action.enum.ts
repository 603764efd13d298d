import { nextActions } from '../../cancellation/errors/next-action.ts';
import { enumType } from '../type/enum-type.ts';

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
