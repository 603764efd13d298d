import type { RequestMiddleware } from 'graphql-request';
import { HeadersError, messageOf } from './failure.ts';
import type { ClientOptions, RequestHeaders } from './options.ts';

/** Asked for each request, since what they carry expires. Notes the signal of each request that is handed to `fetch`. */
export function withHeaders(
  headers: NonNullable<ClientOptions['headers']>,
  departed: WeakSet<AbortSignal>,
): RequestMiddleware {
  return async (request) => {
    const merged = await mergedHeaders(request.headers, headers);
    const { signal = null } = request;
    // The caller has been told by now that this was not sent.
    if (signal?.aborted) throw new HeadersError('The headers came too late.');
    if (signal !== null) departed.add(signal);
    return { ...request, headers: merged };
  };
}

async function mergedHeaders(own: RequestInit['headers'], headers: NonNullable<ClientOptions['headers']>) {
  try {
    const merged = new Headers(own);
    const added: RequestHeaders = typeof headers === 'function' ? await headers() : headers;
    for (const [name, value] of Object.entries(added)) merged.set(name, value);
    return merged;
  } catch (error) {
    throw new HeadersError(messageOf(error));
  }
}
