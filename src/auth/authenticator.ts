import type { Caller } from '../cancellation/target/caller.ts';

/** Who asks, or why it is not known. */
export type Authentication =
  /** `until` is when they have to show anew who they are, an instant in milliseconds; null for never. */
  | { readonly kind: 'caller'; readonly caller: Caller; readonly until: number | null }
  /** `reason` is a name of ours, for the log: the caller is not told what to try next. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** It cannot be found out now, through no fault of the caller's. */
  | { readonly kind: 'unavailable'; readonly retryAfterMs: number };

/** Every request goes through one. */
export interface Authenticator {
  /** `authorization` holds the value of each `Authorization` header of the request. */
  authenticate(authorization: readonly string[]): Promise<Authentication>;
  /** Whether it can tell callers apart now; where it cannot, nobody gets in. */
  ready(): Promise<boolean>;
  /** Reads anew what callers are checked with. */
  reload(): Promise<void>;
}
