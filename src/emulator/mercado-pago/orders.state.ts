import type { Clock } from '../wire.ts';
import { type InitialState, orderInitialStates } from './orders.initial-states.ts';
import { type OrderRow, orderRows } from './orders.sandbox.ts';

export interface OrderState {
  id: string;
  row: OrderRow | undefined;
  initial: InitialState;
  status: string;
  detail: string;
  payment: { status: string; detail: string };
  createdAt: number;
  updatedAt: number;
  refusalsLeft: number;
  /** When the terminal will have carried out the cancellation that was requested of it. */
  terminalDoneAt?: number;
}

export interface OrderStore {
  find(id: string): OrderState | undefined;
  clear(): void;
}

/** How long a Point terminal takes to carry out a requested cancellation. */
export const terminalMs = 2000;

/** Orders come into being when they are first asked for. */
export function createOrderStore(clock: Clock): OrderStore {
  const known = new Map<string, OrderState>();
  const rows = new Map(orderRows.map((row) => [row.id, row]));

  function create(id: string): OrderState | undefined {
    const row = rows.get(id);
    const name = row ? row.initial : id.startsWith('ORDTST77') ? 'created' : 'absent';
    if (name === 'absent') return undefined;
    const initial: InitialState = orderInitialStates[name];
    const at = clock.now() - (row ? 3_600_000 : 0);
    const refusalsLeft = row?.refuses ? (row.times ?? Number.POSITIVE_INFINITY) : 0;
    const { status, detail, payment } = initial;
    return { id, row, initial, status, detail, payment, createdAt: at, updatedAt: at, refusalsLeft };
  }

  return {
    find(id) {
      const order = known.get(id) ?? create(id);
      if (!order) return undefined;
      known.set(id, order);
      letTerminalFinish(order, clock.now());
      return order;
    },
    clear: () => known.clear(),
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

function letTerminalFinish(order: OrderState, now: number): void {
  if (order.terminalDoneAt === undefined || now < order.terminalDoneAt) return;
  order.status = 'canceled';
  order.detail = 'canceled_on_terminal';
  order.payment = { status: 'canceled', detail: 'canceled_on_terminal' };
  order.updatedAt = order.terminalDoneAt;
  delete order.terminalDoneAt;
}
