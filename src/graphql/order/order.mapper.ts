import type * as domain from '../../cancellation/target/order.ts';
import type { Snapshot } from '../../cancellation/target/snapshot.ts';
import { Order } from './order.type.ts';

/** A snapshot as the member of a union: its class tells its type. */
export function orderOf(snapshot: domain.Order): Order {
  return Object.assign(new Order(), snapshot);
}

/** The order as a cancellation saw it last; null where it saw none. Nothing further is looked up for it. */
export function recordedOrder(snapshot: Snapshot | null): Order | null {
  return snapshot?.kind === 'order' ? Object.assign(orderOf(snapshot), { recorded: true }) : null;
}
