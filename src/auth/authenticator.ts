import type { Clock } from '../cancellation/clock.ts';
import { type Caller, scopes } from '../cancellation/target/caller.ts';
import type { AuthSettings } from './auth-settings.ts';
import { FileKeys } from './file-keys.ts';
import type { KeysWatcher } from './key-source.ts';
import { RemoteKeys } from './remote-keys.ts';
import { TokenAuthenticator } from './token-authenticator.ts';
import type { TenantOf } from './token-caller.ts';
import { VerifiedTokens } from './verified-tokens.ts';

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

/** One fixed caller who may do everything: only the configuration's refusal to leave this machine makes it safe. */
const developer: Caller = {
  id: 'development',
  tenant: 'default',
  principalClass: 'service',
  scopes: new Set(scopes),
  owns: null,
};

const nobodyIsChecked: Authenticator = {
  authenticate: async () => ({ kind: 'caller', caller: developer, until: null }),
  ready: async () => true,
  reload: async () => undefined,
};

export function createAuthenticator(
  settings: AuthSettings,
  clock: Clock,
  watch: KeysWatcher,
  tenantOf: TenantOf,
): Authenticator {
  if (settings.mode === 'none') return nobodyIsChecked;
  const { jwks } = settings;
  const verified = new VerifiedTokens(clock);
  const keysRead: KeysWatcher = (problem) => {
    verified.forget();
    watch(problem);
  };
  const keys = 'url' in jwks ? new RemoteKeys(jwks.url, clock, keysRead) : new FileKeys(jwks.file, clock, keysRead);
  // In the background: an issuer that is away keeps nobody from starting.
  void keys.reload();
  return new TokenAuthenticator(settings, keys, clock, tenantOf, verified);
}
