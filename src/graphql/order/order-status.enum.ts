import { orderStatuses } from '../../cancellation/target/order.ts';
import { enumType } from '../type/enum-type.ts';

export const OrderStatus = enumType('OrderStatus', orderStatuses, {
  description: 'Status of an order.',
  values: {
    CANCELLED: 'Both spellings the provider uses, cancelled and canceled.',
    UNRECOGNIZED: 'A status this gateway does not know; see `statusRaw`.',
  },
});
