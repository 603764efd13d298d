import type * as domain from '../../cancellation/target/order.ts';
import { Order } from './order.type.ts';

/** A snapshot as the member of a union: its class tells its type. */
export function orderOf(snapshot: domain.Order): Order {
  return Object.assign(new Order(), snapshot);
}
