import { paymentStatuses } from '../../cancellation/target/payment.ts';
import { enumType } from '../type/enum-type.ts';

export const PaymentStatus = enumType('PaymentStatus', paymentStatuses, {
  description: 'Status of a payment, the same over all providers.',
  values: {
    CANCELLED: 'Both spellings the providers use, cancelled and canceled.',
    UNRECOGNIZED: 'A status this gateway does not know; see `statusRaw`.',
  },
});
