import type { IncomingHttpHeaders } from 'node:http';
import { type Caller, scopes } from '../cancellation/target/caller.ts';

/** Every request goes through one. Null means that the caller did not prove who they are. */
export interface Authenticator {
  authenticate(headers: IncomingHttpHeaders): Promise<Caller | null>;
}

/** One fixed caller who may do everything: only the configuration's refusal to leave this machine makes it safe. */
const developer: Caller = {
  id: 'development',
  tenant: 'default',
  principalClass: 'service',
  scopes: new Set(scopes),
  owns: null,
};

const unauthenticated: Authenticator = { authenticate: async () => developer };

export function createAuthenticator(auth: 'none'): Authenticator {
  return { none: unauthenticated }[auth];
}
