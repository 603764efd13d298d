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
