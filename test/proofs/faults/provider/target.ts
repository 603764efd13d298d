import type { Executing, FaultPlan } from '../../../doubles/provider/faults.ts';
import { type Api, statusFor } from '../../../doubles/provider/status.ts';
import { newTarget, type ProviderTarget } from '../../../doubles/provider/target.ts';

/** What a cell is about: a query, a payment, an order, or a payment at a VTEX provider. */
export type Column = 'Q' | 'P' | 'O' | 'V';
export const columns: readonly Column[] = ['Q', 'P', 'O', 'V'];

/** A target, and what happens to calls about it. */
export interface FaultyTarget extends ProviderTarget {
  readonly column: Column;
  plan: FaultPlan<Fault>;
}

/** One way to go wrong. */
export interface Fault extends Executing {
  readonly misbehave: Misbehaviour;
}

export type Misbehaviour = (exchange: Exchange) => void;

/** A request that was received whole, and the means to answer it. */
export interface Exchange {
  readonly target: FaultyTarget;
  readonly kind: 'cancel' | 'read';
  /** The key of a cancel, the request id at VTEX; null for a read. */
  readonly key: string | null;
  /** The body that a healthy provider would answer with. */
  readonly healthy: string;
  write(bytes: string | Buffer): void;
  end(bytes?: string | Buffer): void;
  reset(): void;
  /** Writes the same bytes again and again until the connection ends. */
  drip(bytes: string): void;
}

let made = 0;

/** Another target that nobody else asks for; without a status of its own it stands open. */
export function faultyTarget(column: Column, plan: FaultPlan<Fault>, status?: string | null): FaultyTarget {
  made += 1;
  return { ...newTarget(idOf(column, made), status === undefined ? {} : { status }), column, plan };
}

export const openStatusOf = (column: Column): string => statusFor(apis[column], 'pending');
const apis: Record<Column, Api> = { Q: 'payments', P: 'payments', O: 'orders', V: 'vtex' };

function idOf(column: Column, n: number): string {
  if (column === 'O') return `ORD01${String(n).padStart(24, '0')}`;
  if (column === 'V') return `FA${String(n).padStart(30, '0')}`;
  return `7${String(n).padStart(10, '0')}`;
}
