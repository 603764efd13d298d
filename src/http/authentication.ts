import type { IncomingMessage } from 'node:http';
import type { Authenticator } from '../auth/authenticator.ts';
import type { Caller } from '../cancellation/target/caller.ts';
import { Refusal } from './refusal.ts';

export interface AuthenticationLog {
  callerRefused(event: { requestId: string; reason: string }): void;
}

/** Who asks; throws the refusal of a request that does not show it. */
export async function callerOf(
  { rawHeaders }: IncomingMessage,
  requestId: string,
  { authenticator, log }: { readonly authenticator: Authenticator; readonly log: AuthenticationLog },
): Promise<Caller> {
  const headers = authorizationsOf(rawHeaders);
  const authentication = await authenticator.authenticate(headers);
  switch (authentication.kind) {
    case 'caller':
      return authentication.caller;
    case 'refused':
      log.callerRefused({ requestId, reason: authentication.reason });
      throw unauthenticated(headers.length > 0);
    case 'unavailable':
      throw new Refusal(503, 'AUTHENTICATION_UNAVAILABLE', 'Callers cannot be authenticated at the moment.', {
        'retry-after': String(Math.ceil(authentication.retryAfterMs / 1_000)),
      });
  }
}

const header = 'authorization';

/** Node keeps one value of a header that comes twice; what stands before it may have read the other. */
function authorizationsOf(rawHeaders: readonly string[]): string[] {
  const values: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length === header.length && name.toLowerCase() === header) values.push(rawHeaders[index + 1] ?? '');
  }
  return values;
}

/** The challenge of RFC 6750; it names an error only where credentials came. */
function unauthenticated(credentialsCame: boolean): Refusal {
  return new Refusal(401, 'UNAUTHENTICATED', 'This needs a valid bearer token.', {
    'www-authenticate': credentialsCame ? 'Bearer error="invalid_token"' : 'Bearer',
  });
}
