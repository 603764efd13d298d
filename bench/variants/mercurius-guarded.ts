import { mercurius } from './mercurius.ts';
import type { Variant } from './variant.ts';

/** With the gateway's tokens, a limit to the depth, and a line of the log per request. */
export const mercuriusGuarded: Variant = {
  ...mercurius,
  name: 'mercurius + jit, with JWT, depth limit and log',
  authenticates: true,
  start: (place) => {
    const { args, env } = mercurius.start(place);
    return { args, env: { ...env, ...place.issuer, GUARDED: 'true' } };
  },
};
