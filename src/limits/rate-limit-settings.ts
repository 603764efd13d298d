/** How much of each a caller may ask for in a minute; 0 sets no limit. */
export interface RateLimitSettings {
  readonly cancels: number;
  readonly shopperCancels: number;
  readonly reads: number;
  /** How often a caller may be told that there is no such thing, before they read nothing more. */
  readonly notFound: number;
}
