import { expect, it } from 'vitest';
import { createAuthenticator } from '../../src/auth/authenticator.ts';
import { scopes } from '../../src/cancellation/target/caller.ts';

it('takes every request as the developer when authentication is off', async () => {
  const caller = await createAuthenticator('none').authenticate({ authorization: 'Bearer x', 'x-tenant-id': 'other' });
  expect(caller).toEqual({
    id: 'development',
    tenant: 'default',
    principalClass: 'service',
    scopes: new Set(scopes),
    owns: null,
  });
});
