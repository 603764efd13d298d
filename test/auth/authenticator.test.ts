import { expect, it } from 'vitest';
import { createAuthenticator } from '../../src/auth/create-authenticator.ts';
import { systemClock } from '../../src/cancellation/clock.ts';
import { scopes } from '../../src/cancellation/target/caller.ts';

it('takes every request as the developer when authentication is off', async () => {
  const authenticator = createAuthenticator(
    { mode: 'none' },
    systemClock,
    () => undefined,
    () => 'default',
  );
  const caller = {
    id: 'development',
    tenant: 'default',
    principalClass: 'service',
    scopes: new Set(scopes),
    owns: null,
  };
  expect(await authenticator.authenticate([])).toEqual({ kind: 'caller', caller, until: null });
  expect(await authenticator.authenticate(['Bearer x', 'Bearer y'])).toEqual({ kind: 'caller', caller, until: null });
});
