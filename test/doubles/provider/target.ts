/** The API that a target is behind: Mercado Pago's payments or orders, or a VTEX provider's payments. */
export type Api = 'payments' | 'orders' | 'vtex';

/** One payment or order at the provider: what it shows of it, and which cancels it has carried out. */
export interface ProviderTarget {
  readonly api: Api;
  readonly id: string;
  /** In the provider's terms; null when the provider has none such. */
  status: string | null;
  /** The keys under which a cancel was executed. */
  readonly executed: Set<string>;
}

export const openStatus: Record<Api, string> = { payments: 'pending', orders: 'created', vtex: 'open' };
export const capturedStatus = { payments: 'approved', orders: 'processed' } as const;
export const cancelledStatus: Record<Api, string> = { payments: 'cancelled', orders: 'canceled', vtex: 'cancelled' };
/** At a VTEX provider: only a person can cancel it. */
export const manualStatus = 'manual';

function apiOf(id: string): Api {
  if (id.startsWith('ORD')) return 'orders';
  return /^[0-9A-F]{32}$/.test(id) ? 'vtex' : 'payments';
}

export function openTarget(id: string): ProviderTarget {
  const api = apiOf(id);
  return { api, id, status: openStatus[api], executed: new Set() };
}

export function isCancelled({ api, status }: ProviderTarget): boolean {
  return status === cancelledStatus[api];
}

/** Carries a cancel out. */
export function execute(target: ProviderTarget, key: string): void {
  target.executed.add(key);
  target.status = cancelledStatus[target.api];
}
