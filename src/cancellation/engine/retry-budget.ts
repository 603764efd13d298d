import type { Clock } from '../clock.ts';
import type { Lane } from '../target/lane.ts';
import { LaneMemory } from './lane-memory.ts';

/**
 * Earned by every request, and saved up while all goes well. Together they stay below a tenth of the load of an outage:
 * the circuit of a busy gateway opens after some 93 requests and 7 resends, 4 of them earned and 3 saved. A quiet one, whose
 * circuit opens after 20 calls, makes 3 resends among them.
 */
const earnedPerRequest = 0.05;
const most = 3;
/** Lets the first requests of a quiet gateway be resent too. */
const atFirst = 3;

/** A lane that nobody used for an hour begins anew. */
const silentMs = 3_600_000;

/** How many resends a lane can still bear. During an outage every request wants one. */
export class RetryBudget {
  readonly #credit: LaneMemory<number>;

  constructor(clock: Clock) {
    this.#credit = new LaneMemory(clock, silentMs);
  }

  earn(lane: Lane): void {
    this.#credit.note(lane, Math.min(most, this.left(lane) + earnedPerRequest));
  }

  left(lane: Lane): number {
    return this.#credit.of(lane) ?? atFirst;
  }

  spend(lane: Lane): void {
    this.#credit.note(lane, this.left(lane) - 1);
  }
}
