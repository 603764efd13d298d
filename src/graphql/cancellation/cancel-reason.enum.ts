import { cancelReasons } from '../../cancellation/target/cancel-reason.ts';
import { enumType } from '../type/enum-type.ts';

export const CancelReason = enumType('CancelReason', cancelReasons, {
  description: 'Why the caller cancels; kept with the cancellation.',
});
