import { orderPhases, type OrderStatus as Status } from '../../cancellation/target/order.ts';
import { enumType } from '../type/enum-type.ts';

export const OrderStatus = enumType('OrderStatus', Object.keys(orderPhases) as Status[], {
  description: 'Status of an order.',
  values: {
    CANCELLED: 'Both spellings the provider uses, cancelled and canceled.',
    UNRECOGNIZED: 'A status this gateway does not know; see `statusRaw`.',
  },
});
