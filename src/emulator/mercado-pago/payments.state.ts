import type { Clock } from '../wire.ts';
import { type Beginning, paymentBeginnings } from './payments.beginnings.ts';
import { type PaymentRow, paymentRows } from './payments.sandbox.ts';

export interface PaymentState {
  id: string;
  row: PaymentRow | undefined;
  beginning: Beginning;
  status: string;
  detail: string;
  createdAt: number;
  updatedAt: number;
  refusalsLeft: number;
}

export interface PaymentBook {
  find(id: string): PaymentState | undefined;
  clear(): void;
}

const fresh = /^7700\d{4,15}$/;

/** Payments come into being when they are first asked for. */
export function createPaymentBook(clock: Clock): PaymentBook {
  const known = new Map<string, PaymentState>();
  const rows = new Map(paymentRows.map((row) => [row.id, row]));

  function begin(id: string): PaymentState | undefined {
    const row = rows.get(id);
    const begins = row ? row.begins : fresh.test(id) ? 'card' : 'nothing';
    if (begins === 'nothing') return undefined;
    const beginning: Beginning = paymentBeginnings[begins];
    const at = clock.now() - (row ? 3_600_000 : 0);
    const refusalsLeft = row?.refuses ? (row.times ?? Number.POSITIVE_INFINITY) : 0;
    const { status, detail } = beginning;
    return { id, row, beginning, status, detail, createdAt: at, updatedAt: at, refusalsLeft };
  }

  return {
    find(id) {
      const payment = known.get(id) ?? begin(id);
      if (payment) known.set(id, payment);
      return payment;
    },
    clear: () => known.clear(),
  };
}
