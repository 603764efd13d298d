import { corsHeaders } from '../cors.ts';
import { jsonTypeFor, Refusal, refusalBody } from '../refusal.ts';
import { apiHeaders } from '../security-headers.ts';

/** What whoever is turned away is told. Names and values in turn, as node:http takes them without making an object of them first. */
export interface OverloadedAnswer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
}

export interface OverloadedOptions {
  /** Web apps of these may read it. */
  readonly origins: readonly string[];
  readonly newRequestId: () => string;
}

/** What of a request makes a difference to it. */
export interface Asking {
  readonly accept?: string | undefined;
  readonly origin?: string | undefined;
}

const overloaded = new Refusal(503, 'OVERLOADED', 'The gateway has too much to do. Nothing was done.');
const headersOfAll = Object.entries({ ...apiHeaders, 'retry-after': '1' }).flat();

export function overloadedAnswer({ origins, newRequestId }: OverloadedOptions, asking: Asking): OverloadedAnswer {
  const { accept, origin } = asking;
  const requestId = newRequestId();
  const body = refusalBody(overloaded, requestId);
  const headers = ['x-request-id', requestId, 'content-type', jsonTypeFor(accept), ...headersOfAll];
  if (origin !== undefined) headers.push(...corsHeaders(origin, origins));
  headers.push('content-length', String(Buffer.byteLength(body)));
  return { status: overloaded.status, headers, body };
}
