/** What one caller may have at the same time, over all connections. A subscription may weigh 150 KiB, and hardly ever does. */
export interface CallerLimits {
  readonly connections: number;
  readonly subscriptions: number;
}

/** What one connection may cost. Milliseconds, bytes, and numbers of things. */
export interface LiveLimits {
  /** How long after it was opened it has to say who it is for. */
  readonly initMs: number;
  /** How long a client may take to close what the gateway closes. */
  readonly goodbyeMs: number;
  /** A quarter of a request's body: a document is kept, in part its text with it, for as long as what it subscribed to. */
  readonly messageBytes: number;
  readonly messagesPerMinute: number;
  readonly subscriptions: number;
  /** How often it is asked whether anybody is still there. One that has not answered by the next time is cut. */
  readonly pingMs: number;
  /** How long it may follow nothing. */
  readonly idleMs: number;
  /** What may wait for a client that does not read. */
  readonly waitingBytes: number;
  /** Of how many connections it may be unknown whom they are for, beyond which the oldest is cut. */
  readonly unknown: number;
  readonly perService: CallerLimits;
  readonly perShopper: CallerLimits;
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
  perService: { connections: 100, subscriptions: 1_000 },
  perShopper: { connections: 10, subscriptions: 100 },
};
