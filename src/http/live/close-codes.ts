/** Why a connection is closed. */
export interface CloseCode {
  readonly code: number;
  readonly reason: string;
}

/** Those of RFC 6455, and of https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md. */
export const closeCodes = {
  /** It followed nothing for long. The next subscription opens another. */
  idle: { code: 1000, reason: 'Idle' },
  /** This process ends, another takes over: clients come back, at chance intervals. */
  restart: { code: 1012, reason: 'Service restart' },
  /** Too many connections, or nobody can be authenticated now: clients come back. */
  later: { code: 1013, reason: 'Try again later' },
  badMessage: { code: 4400, reason: 'Bad request' },
  tooManyMessages: { code: 4400, reason: 'Too many messages' },
  /** No token came. To try again is of no use, and clients do not. */
  noToken: { code: 4401, reason: 'No token' },
  /** The token does not hold, or not any more: clients come back, and ask their app for a new one. */
  forbidden: { code: 4403, reason: 'Forbidden' },
  bug: { code: 4500, reason: 'Internal server error' },
} satisfies Record<string, CloseCode>;
