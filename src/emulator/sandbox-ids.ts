import { orderRows } from './mercado-pago/orders.sandbox.ts';
import { paymentRows } from './mercado-pago/payments.sandbox.ts';
import type { SandboxId } from './sandbox-id.ts';
import { vtexRows } from './vtex/vtex.sandbox.ts';

type Published = Omit<SandboxId, 'provider' | 'target'>;

function publish(
  provider: SandboxId['provider'],
  target: SandboxId['target'],
  { id, httpStatus, code, status, description }: Published,
): SandboxId {
  return { provider, target, id, httpStatus, code, ...(status === undefined ? {} : { status }), description };
}

/** Every id with a known answer. */
export const sandboxIds: ReadonlyArray<SandboxId> = [
  ...paymentRows.map((row) => publish('MERCADO_PAGO', 'payment', row)),
  ...orderRows.map((row) => publish('MERCADO_PAGO', 'order', row)),
  ...vtexRows.map((row) => publish('VTEX', 'payment', row)),
];

/** The n-th target that can be cancelled once; there are as many as wanted. */
export const freshIds = {
  payment: (n: number): string => `7700${String(n).padStart(8, '0')}`,
  order: (n: number): string => `ORDTST77${String(n).padStart(24, '0')}`,
  vtex: (n: number): string => `77${String(n).padStart(30, '0')}`,
};
