import { ClientError } from 'graphql-request';
import type { Answer } from './answer.ts';
import type { Problem } from './outcome.ts';

/** The app's own `headers` failed, so that there was nothing to send. */
export class HeadersError extends Error {
  override readonly name = 'HeadersError';
}

/** By these the gateway says that it did nothing of the request, and would do it later. */
const laterCodes: ReadonlySet<string> = new Set(['RATE_LIMITED', 'OVERLOADED', 'AUTHENTICATION_UNAVAILABLE']);
/** Statuses below 500 that speak of the moment: 408 and 425 of time, 429 of too much. */
const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/** What a request proves that was answered by no data. */
export function answerToFailure(error: unknown): Answer {
  if (error instanceof HeadersError)
    return { kind: 'unsent', problem: { code: 'HEADERS_FAILED', message: error.message } };
  if (error instanceof ClientError) return answerToResponse(error.response);
  const code = error instanceof TypeError ? 'NETWORK_ERROR' : 'UNREADABLE_ANSWER';
  return { kind: 'lost', problem: { code, message: messageOf(error) }, retryAfterMs: null };
}

function answerToResponse({ status, headers, errors }: ClientError['response']): Answer {
  const [first] = Array.isArray(errors) ? errors : [];
  const named = first?.extensions?.['code'];
  const code = typeof named === 'string' ? named : null;
  const problem: Problem = {
    code: code ?? `HTTP_${status}`,
    message: first?.message ?? `The answer had status ${status}.`,
  };
  const retryAfterMs = askedFor(headers, first?.extensions?.['retryAfterMs']);
  if (code !== null && laterCodes.has(code)) return { kind: 'later', problem, retryAfterMs };
  // Apollo's word for a bug, and every status of a server that failed, are silent about what was done before.
  if (status >= 500 || passingStatuses.has(status) || code === 'INTERNAL_SERVER_ERROR') {
    return { kind: 'lost', problem, retryAfterMs };
  }
  if (code === 'UNAUTHENTICATED' || status === 401) return { kind: 'unauthenticated', problem };
  // A page of somebody else's under 200, as of a café that wants one to sign in.
  if (status < 400 && code === null) return { kind: 'lost', problem, retryAfterMs };
  return { kind: 'refused', problem, proven: code !== null };
}

/** Milliseconds: the later of what the header and the error ask for; null where neither does. */
function askedFor(headers: Headers, inError: unknown): number | null {
  const header = headers.get('retry-after');
  const asked = [
    header === null ? Number.NaN : Number(header) * 1_000,
    typeof inError === 'number' ? inError : Number.NaN,
  ];
  const told = asked.filter((ms) => Number.isFinite(ms) && ms >= 0);
  return told.length === 0 ? null : Math.max(...told);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
