/** What one connection may cost. Milliseconds, bytes, and numbers of things. */
export interface LiveLimits {
  /** How long after it was opened it has to say who it is for. */
  readonly initMs: number;
  /** How long a client may take to close what the gateway closes. */
  readonly goodbyeMs: number;
  /** A quarter of a request's body: a document is kept, its text with it, for as long as what it subscribed to. */
  readonly messageBytes: number;
  readonly messagesPerMinute: number;
  readonly subscriptions: number;
  /** How often it is asked whether anybody is still there. One that has not answered by the next time is cut. */
  readonly pingMs: number;
  /** How long it may follow nothing. */
  readonly idleMs: number;
  /** What may wait for a client that does not read. */
  readonly waitingBytes: number;
  /** Of how many connections it may be unknown whom they are for, beyond which the oldest is cut; how many a caller may have. */
  readonly unknown: number;
  readonly perService: number;
  readonly perShopper: number;
}

export const liveLimits: LiveLimits = {
  initMs: 10_000,
  goodbyeMs: 1_000,
  messageBytes: 16 * 1_024,
  messagesPerMinute: 300,
  subscriptions: 100,
  pingMs: 30_000,
  idleMs: 5 * 60_000,
  waitingBytes: 1_024 * 1_024,
  unknown: 1_000,
  perService: 100,
  perShopper: 10,
};
