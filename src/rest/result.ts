/** What became of one request. A status is data: nothing here depends on its being 200 or 500. */
export type RestResult = RestAnswer | RestFailure;

/** The part of an answer that comes before its body, as far as anybody reads it. */
export interface RestHead {
  readonly status: number;
  /** The header of that name, as it came. */
  readonly retryAfter: string | null;
  /** The peer's `X-Request-Id`, for its support desk. */
  readonly requestId: string | null;
}

/** A complete answer, its body as text. */
export interface RestAnswer extends RestHead {
  readonly kind: 'answer';
  readonly body: string;
}

export type RestFailure = Unsent | Unanswered;

/** Proven: no byte of the request was written. */
export interface Unsent {
  readonly kind: 'failure';
  readonly sent: 'no';
  readonly reason: UnsentReason;
  /** The code of what failed below, such as ECONNREFUSED, for logs; null where nothing did. Holds no address and no secret. */
  readonly systemCode: string | null;
  readonly head: null;
}

/**
 * Why a request was not sent. It was kept back here: circuit-open · too-many-calls · client-closed. Its time was up before
 * its turn came: deadline-passed. No connection came about: connect-failed over TCP · unknown-host no such name ·
 * tls-cut-off the handshake did not end · wrong-peer somebody else answers there, with a wrong certificate or without TLS.
 */
export type UnsentReason =
  | 'circuit-open'
  | 'too-many-calls'
  | 'client-closed'
  | 'deadline-passed'
  | 'connect-failed'
  | 'unknown-host'
  | 'tls-cut-off'
  | 'wrong-peer';

/** The request may have been executed, and its answer did not come whole. */
interface Unanswered {
  readonly kind: 'failure';
  readonly sent: 'maybe';
  /** A short word for logs: the system's error code, or what went wrong. Holds no address and no secret. */
  readonly reason: string;
  /** What had arrived when the body failed; null when there was no answer at all. */
  readonly head: RestHead | null;
}

/** Reasons of failures that lie in an answer itself. By any other, it has not come whole. */
export const encodedBody = 'encoded body';
export const bodyTooLarge = 'body too large';

export function unsent(reason: UnsentReason, systemCode: string | null = null): Unsent {
  return { kind: 'failure', sent: 'no', reason, systemCode, head: null };
}
