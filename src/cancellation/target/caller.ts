/** Who asks. Made by `auth/` from the request, the same object for everything that the request does. */
export interface Caller {
  /** The name under which the caller's cancellations are recorded. */
  readonly id: string;
  /** Whose merchants' credentials and records the caller sees. */
  readonly tenant: string;
  /** Callers of one class share idempotency keys; a shopper's key never meets a service's. */
  readonly principalClass: string;
  readonly scopes: ReadonlySet<Scope>;
}

export const scopes = [
  'payments:read',
  'payments:cancel',
  'orders:read',
  'orders:cancel',
  'cancellations:read',
  'pii:read',
] as const;

export type Scope = (typeof scopes)[number];
