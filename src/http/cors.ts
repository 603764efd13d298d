import type { FastifyCorsOptions } from '@fastify/cors';

/** Apollo Studio may talk to a developer's gateway; it is never added in production. */
const studio = 'https://studio.apollographql.com';

/** Whose web pages may ask. */
export function allowedOrigins(origins: readonly string[], production: boolean): string[] {
  return production ? [...origins] : [...origins, studio];
}

const exposedHeaders = ['x-request-id', 'retry-after', 'www-authenticate'];

const toAnyPage = ['vary', 'Origin', 'access-control-expose-headers', exposedHeaders.join(', ')];

/**
 * What a page needs to read an answer, names and values in turn. `origin` is undefined where no page asks; `vary` goes to
 * everybody, since what is answered depends on who asks.
 */
export function corsHeaders(origin: string | undefined, allowed: readonly string[]): readonly string[] {
  const isAllowed = origin !== undefined && allowed.includes(origin);
  return isAllowed ? [...toAnyPage, 'access-control-allow-origin', origin] : toAnyPage;
}

/** Exact origins and no credentials: an origin that is not listed gets no header and so no answer to read. */
export function corsOptions(origins: readonly string[]): FastifyCorsOptions {
  return {
    origin: [...origins],
    credentials: false,
    methods: ['GET', 'POST'],
    allowedHeaders: [
      'content-type',
      'authorization',
      'idempotency-key',
      'apollo-require-preflight',
      'x-apollo-operation-name',
      'apollographql-client-name',
      'apollographql-client-version',
    ],
    exposedHeaders,
    maxAge: 600,
    // A plain OPTIONS, without the headers of a preflight, gets 204 as well.
    strictPreflight: false,
  };
}
