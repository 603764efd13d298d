import type { Clock } from '../wire.ts';
import { type InitialState, paymentInitialStates } from './payments.initial-states.ts';
import { type PaymentRow, paymentRows } from './payments.sandbox.ts';

export interface PaymentState {
  id: string;
  row: PaymentRow | undefined;
  initial: InitialState;
  status: string;
  detail: string;
  createdAt: number;
  updatedAt: number;
  refusalsLeft: number;
}

export interface PaymentStore {
  find(id: string): PaymentState | undefined;
  clear(): void;
}

const fresh = /^7700\d{4,15}$/;

/** Payments come into being when they are first asked for. */
export function createPaymentStore(clock: Clock): PaymentStore {
  const known = new Map<string, PaymentState>();
  const rows = new Map(paymentRows.map((row) => [row.id, row]));

  function create(id: string): PaymentState | undefined {
    const row = rows.get(id);
    const name = row ? row.initial : fresh.test(id) ? 'card' : 'absent';
    if (name === 'absent') return undefined;
    const initial: InitialState = paymentInitialStates[name];
    const at = clock.now() - (row ? 3_600_000 : 0);
    const refusalsLeft = row?.refuses ? (row.times ?? Number.POSITIVE_INFINITY) : 0;
    const { status, detail } = initial;
    return { id, row, initial, status, detail, createdAt: at, updatedAt: at, refusalsLeft };
  }

  return {
    find(id) {
      const payment = known.get(id) ?? create(id);
      if (payment) known.set(id, payment);
      return payment;
    },
    clear: () => known.clear(),
  };
}
