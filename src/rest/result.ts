/** What became of one request. A status is data: nothing here depends on its being 200 or 500. */
export type RestResult = RestAnswer | RestFailure;

/** The part of an answer that comes before its body. Names of headers are in lower case. */
export interface RestHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The peer's `X-Request-Id`, for its support desk. */
  readonly requestId: string | null;
}

/** A complete answer, its body as text. */
export interface RestAnswer extends RestHead {
  readonly kind: 'answer';
  readonly body: string;
}

export interface RestFailure {
  readonly kind: 'failure';
  /** `no` is proven: no byte of the request was written. Everything else is `maybe`. */
  readonly sent: 'no' | 'maybe';
  /** A short word for logs: the system's error code, or what went wrong. Holds no address and no secret. */
  readonly reason: string;
  /** Whether a second try may succeed soon. */
  readonly transient: boolean;
  /** Whether somebody else answers there: a wrong certificate, or no TLS at all. */
  readonly wrongPeer: boolean;
  /** What had arrived when the body failed; null when there was no answer at all. */
  readonly head: RestHead | null;
}

/** Reasons of failures that lie in an answer itself. By any other, it has not come whole. */
export const encodedBody = 'encoded body';
export const bodyTooLarge = 'body too large';

/** The reason of a failure by the call's own deadline. */
export const deadlinePassed = 'deadline passed';

/** A request that was kept back here, with the proof that goes with it. */
export function unsent(reason: string, transient: boolean): RestFailure {
  return { kind: 'failure', sent: 'no', reason, transient, wrongPeer: false, head: null };
}
