import type { Clock } from '../wire.ts';
import { type InitialState, orderInitialStates } from './orders.initial-states.ts';
import { freshOrders, type OrderRow, orderRows } from './orders.sandbox.ts';
import { createTargetStore, type TargetState, type TargetStore } from './target-store.ts';

export interface OrderState extends TargetState<OrderRow, InitialState> {
  payment: { status: string; detail: string };
  /** When the terminal will have carried out the cancellation that was requested of it. */
  terminalDoneAt?: number;
}

export type OrderStore = TargetStore<OrderState>;

/** How long a Point terminal takes to carry out a requested cancellation. */
export const terminalMs = 2000;

/** `finished` is told of an order whose terminal has carried out a cancellation, when somebody looks. */
export function createOrderStore(clock: Clock, finished: (id: string) => void): OrderStore {
  const orders = createTargetStore(clock, {
    rows: orderRows,
    states: orderInitialStates,
    fresh: { has: freshOrders.has, state: 'created' },
    complete: (order): OrderState => ({ ...order, payment: order.initial.payment }),
  });
  return {
    ...orders,
    find(id, account) {
      const order = orders.find(id, account);
      if (order && letTerminalFinish(order, clock.now())) finished(id);
      return order;
    },
  };
}

export function cancelOrder(order: OrderState, now: number): void {
  const documented = order.row?.asDocumented === true;
  order.status = documented ? 'cancelled' : 'canceled';
  // The page mixes both spellings within one body, and so does this.
  order.detail = documented ? 'canceled_transaction' : 'canceled';
  order.payment = { status: order.status, detail: `${order.status}_transaction` };
  order.updatedAt = now;
}

/** Whether its terminal has carried the cancellation out just now. */
export function letTerminalFinish(order: OrderState, now: number): boolean {
  if (order.terminalDoneAt === undefined || now < order.terminalDoneAt) return false;
  order.status = 'canceled';
  order.detail = 'canceled_on_terminal';
  order.payment = { status: 'canceled', detail: 'canceled_on_terminal' };
  order.updatedAt = order.terminalDoneAt;
  delete order.terminalDoneAt;
  return true;
}
