/**
 * How a provider treats cancels.
 * replays: readable, answers a known key as before for 24 h (Mercado Pago payments) · ignores: readable, ignores keys; the
 * state of the target alone protects it · orders: readable, replays keys, says that an order is cancelled already, may
 * accept a cancel and finish it later · conforming: unreadable, answers a known requestId as before, and executes again
 * under a new one · sloppy: unreadable, ignores requestIds, and declines whatever is not open.
 */
export const behaviours = ['replays', 'ignores', 'orders', 'conforming', 'sloppy'] as const;
export type Behaviour = (typeof behaviours)[number];

export function isReadable(behaviour: Behaviour): boolean {
  return behaviour !== 'conforming' && behaviour !== 'sloppy';
}

/** What is peculiar about one target. */
export interface Traits {
  /** Cancels that come earlier than this after its making are refused as too soon. Orders only. */
  readonly tooSoonMs: number;
  /** The provider cannot cancel it through its API at all. Unreadable providers only. */
  readonly manual: boolean;
  /** The provider declines this many requests, each with a key of its own, before it cancels. Conforming only. */
  readonly declines: number;
  /** The provider says that the first key of this target was used before. Orders only. */
  readonly burnt: boolean;
  /** Cancels are accepted, and carried out after so many milliseconds; null when at once. Orders only. */
  readonly asyncMs: number | null;
  /** Which spelling of its word it takes, the other being refused. Payments only. */
  readonly takes: 'any' | 'usual' | 'other';
}

export const ordinary: Traits = { tooSoonMs: 0, manual: false, declines: 0, burnt: false, asyncMs: null, takes: 'any' };

/** For how long a provider that replays answers a known key as before; a conforming one does so for ever. */
export const keyMemoryMs = 24 * 3_600_000;
