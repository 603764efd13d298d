import { ClientError } from 'graphql-request';
import type { Answer } from './answer.ts';
import type { Problem } from './outcome.ts';
import { fieldsOf } from './wire.ts';

/** The app's own `headers` failed, so that there was nothing to send. */
export class HeadersError extends Error {
  override readonly name = 'HeadersError';
}

/** By these the gateway says that it did nothing of the request, and would do it later. */
const laterCodes: ReadonlySet<string> = new Set(['RATE_LIMITED', 'OVERLOADED', 'AUTHENTICATION_UNAVAILABLE']);
/** By these it refuses a request before it does anything of it. Any other code may come from a field, or from elsewhere. */
const refusalCodes: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'METHOD_NOT_ALLOWED',
  'OPERATION_RESOLUTION_FAILURE',
  'PAYLOAD_TOO_LARGE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNSUPPORTED_MEDIA_TYPE',
  'UNTRUSTED_DOCUMENT',
]);
/** Statuses below 500 that speak of the moment: 408 and 425 of time, 429 of too much. */
const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/** What a request proves that was answered by no data. */
export function answerToFailure(error: unknown, now: number): Answer {
  if (error instanceof HeadersError) return unsent(error.message);
  if (error instanceof ClientError) return answerToResponse(error.response, now);
  const code = error instanceof TypeError ? 'NETWORK_ERROR' : 'UNREADABLE_ANSWER';
  return { kind: 'lost', problem: { code, message: messageOf(error) }, retryAfterMs: null };
}

export function unsent(message: string): Answer {
  return { kind: 'unsent', problem: { code: 'HEADERS_FAILED', message } };
}

function answerToResponse({ status, headers, errors }: ClientError['response'], now: number): Answer {
  const told: readonly unknown[] = Array.isArray(errors) ? errors : [];
  const [first = notNamed] = told.map(namedBy);
  const { code } = first;
  const problem: Problem = {
    code: code ?? `HTTP_${status}`,
    message: first.message ?? `The answer had status ${status}.`,
  };
  const retryAfterMs = askedFor(headers, first.retryAfterMs, now);
  // What failed below the field was read after the cancel: that the field is missing for it says nothing of what was done.
  if (first.below) return { kind: 'lost', problem, retryAfterMs };
  if (code !== null && laterCodes.has(code)) return { kind: 'later', problem, retryAfterMs };
  // Apollo's word for a bug, and every status of a server that failed, are silent about what was done before.
  if (status >= 500 || passingStatuses.has(status) || code === 'INTERNAL_SERVER_ERROR') {
    return { kind: 'lost', problem, retryAfterMs };
  }
  if (code === 'UNAUTHENTICATED' || status === 401) {
    return { kind: 'unauthenticated', problem, proven: code === 'UNAUTHENTICATED' };
  }
  // A page of somebody else's under 200, as of a café that wants one to sign in.
  if (status < 400 && code === null) return { kind: 'lost', problem, retryAfterMs };
  return { kind: 'refused', problem, proven: code !== null && refusalCodes.has(code) };
}

/** As much of an error as is gone by. */
interface Named {
  readonly code: string | null;
  readonly message: string | null;
  readonly retryAfterMs: unknown;
  /** Whether it is of something below the field that was asked. */
  readonly below: boolean;
}

const notNamed: Named = { code: null, message: null, retryAfterMs: null, below: false };

function namedBy(error: unknown): Named {
  const { message, path, extensions } = fieldsOf(error);
  const { code, retryAfterMs } = fieldsOf(extensions);
  return {
    code: typeof code === 'string' ? code : null,
    message: typeof message === 'string' ? message : null,
    retryAfterMs,
    below: Array.isArray(path) && path.length > 1,
  };
}

/** Milliseconds: the later of what the header and the error ask for; null where neither does. */
function askedFor(headers: Headers, inError: unknown, now: number): number | null {
  const asked = [inHeader(headers.get('retry-after'), now), typeof inError === 'number' ? inError : Number.NaN];
  const told = asked.filter((ms) => Number.isFinite(ms)).map((ms) => Math.max(0, ms));
  return told.length === 0 ? null : Math.max(...told);
}

/** Retry-After has seconds, or the date from which to ask again (RFC 9110, 10.2.3). */
function inHeader(text: string | null, now: number): number {
  if (text === null) return Number.NaN;
  return /^\d+$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
