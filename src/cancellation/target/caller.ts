/** Who asks. Made by `auth/` from the request, the same object for everything that the request does. */
export interface Caller {
  /** The name under which the caller's cancellations are recorded. */
  readonly id: string;
  /** Whose merchants' credentials and records the caller sees. */
  readonly tenant: string;
  /** Callers of one class share idempotency keys and what they asked; each shopper is a class of their own. */
  readonly principalClass: string;
  readonly scopes: ReadonlySet<Scope>;
  /** What a shopper has shown to be theirs, outside of which nothing exists for them; null for whoever acts for the merchant. */
  readonly owns: Owned | null;
}

/** What a shopper's token says is theirs. Ids are as the token spells them. */
export interface Owned {
  readonly payments: ReadonlySet<string>;
  readonly orders: ReadonlySet<string>;
  /** Whatever the provider shows under one of these is theirs too. */
  readonly externalReferences: ReadonlySet<string>;
}

export const scopes = [
  'payments:read',
  'payments:cancel',
  'orders:read',
  'orders:cancel',
  'cancellations:read',
  'pii:read',
  'bulk',
] as const;

export type Scope = (typeof scopes)[number];
