import { type Emulator, freshIds } from '../src/emulator/index.ts';

let taken = 0;

/** A payment of the emulator that no other test of the same file has. */
export function freshPayment(): string {
  taken += 1;
  return freshIds.MERCADO_PAGO.payment(taken);
}

/** The provider fails its first cancel, and does the one that the gateway sends by itself a moment later. */
export function paymentThatTakesTime(emulator: Emulator): string {
  const paymentId = freshPayment();
  emulator.override({ method: 'PUT', path: `/v1/payments/${paymentId}`, answer: { status: 503 } });
  return paymentId;
}

/** How often the provider was asked to cancel it. */
export function sendsOf(paymentId: string, { requests }: Emulator): number {
  return requests.filter(({ method, path }) => method === 'PUT' && path.endsWith(`/${paymentId}`)).length;
}
