/** The API that a target is behind: Mercado Pago's payments or orders, or a VTEX provider's payments. */
export type Api = 'payments' | 'orders' | 'vtex';

/** Where a target stands, whatever its API calls that. */
export type TargetState = 'pending' | 'authorized' | 'captured' | 'cancelled' | 'refunded' | 'rejected' | 'disputed';

/** What each API calls it; of several names the first is the usual one. A VTEX provider never shows any of its own. */
const names: Record<Api, Record<TargetState, readonly [string, ...string[]]>> = {
  payments: {
    pending: ['pending', 'in_process'],
    authorized: ['authorized'],
    captured: ['approved', 'in_mediation'],
    cancelled: ['cancelled'],
    refunded: ['refunded'],
    rejected: ['rejected'],
    disputed: ['charged_back'],
  },
  orders: {
    pending: ['created', 'processing'],
    authorized: ['action_required'],
    captured: ['processed'],
    cancelled: ['canceled'],
    refunded: ['refunded'],
    rejected: ['failed', 'expired'],
    disputed: ['charged_back'],
  },
  vtex: {
    pending: ['open'],
    authorized: ['authorized'],
    captured: ['captured'],
    cancelled: ['cancelled'],
    refunded: ['refunded'],
    rejected: ['rejected'],
    disputed: ['disputed'],
  },
};

/** What may happen to a target in a state; a cancelled one stays cancelled. */
export const mayBecome: Record<TargetState, readonly TargetState[]> = {
  pending: ['authorized', 'captured', 'cancelled', 'rejected'],
  authorized: ['captured', 'cancelled'],
  captured: ['refunded', 'disputed'],
  cancelled: [],
  refunded: [],
  rejected: [],
  disputed: [],
};

export function apiOf(id: string): Api {
  if (id.startsWith('ORD')) return 'orders';
  return /^[0-9A-F]{32}$/.test(id) ? 'vtex' : 'payments';
}

export function statusFor(api: Api, state: TargetState): string {
  return names[api][state][0];
}

const states = new Map(
  Object.entries(names).map(([api, all]) => [
    api,
    new Map(Object.entries(all).flatMap(([state, called]) => called.map((name) => [name, state as TargetState]))),
  ]),
);

/** Null for a status that the API does not have. */
export function stateFor(api: Api, status: string | null): TargetState | null {
  return states.get(api)?.get(status ?? '') ?? null;
}
