import type { Clock } from '../cancellation/clock.ts';
import { type Caller, scopes } from '../cancellation/target/caller.ts';
import type { AuthSettings } from './auth-settings.ts';
import type { Authenticator } from './authenticator.ts';
import { FileKeys } from './file-keys.ts';
import type { KeysWatcher } from './key-source.ts';
import { RemoteKeys } from './remote-keys.ts';
import { TokenAuthenticator } from './token-authenticator.ts';
import type { TenantOf } from './token-caller.ts';
import { VerifiedTokens } from './verified-tokens.ts';

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
