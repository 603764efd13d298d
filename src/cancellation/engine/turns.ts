import type { Clock } from '../clock.ts';
import { type Lane, nameOf } from '../target/lane.ts';
import { LaneMemory } from './lane-memory.ts';

/** Something that waits in a lane, since an instant. */
interface Waiting {
  readonly lane: Lane;
  readonly at: number;
}

/** A lane that has had no turn for so long comes first, as one that never had any. Milliseconds. */
const silentMs = 10 * 60_000;

/** Gives turns lane by lane, so that one with much to do holds up no other; in a lane to whatever has waited longest. */
export class Turns {
  readonly #lastOf: LaneMemory<number>;
  #given = 0;

  constructor(clock: Clock) {
    this.#lastOf = new LaneMemory(clock, silentMs);
  }

  /** The next ones, `most` at the most. The lane comes first whose last turn is longest ago, and then once more after all others. */
  give<One extends Waiting>(waiting: readonly One[], most: number): One[] {
    const inOrder = [...inLanes(waiting)].flatMap((ones) => this.#firstOf(ones, most));
    inOrder.sort((a, b) => a.round - b.round || a.last - b.last || a.one.at - b.one.at);
    const next = inOrder.slice(0, most).map(({ one }) => one);
    for (const { lane } of next) {
      this.#given += 1;
      this.#lastOf.note(lane, this.#given);
    }
    return next;
  }

  #firstOf<One extends Waiting>(ones: One[], most: number) {
    const last = (ones[0] && this.#lastOf.of(ones[0].lane)) ?? 0;
    ones.sort((a, b) => a.at - b.at);
    return ones.slice(0, most).map((one, round) => ({ one, round, last }));
  }
}

function inLanes<One extends Waiting>(waiting: readonly One[]): Iterable<One[]> {
  const lanes = new Map<string, One[]>();
  for (const one of waiting) {
    const name = nameOf(one.lane);
    const ones = lanes.get(name);
    if (ones === undefined) lanes.set(name, [one]);
    else ones.push(one);
  }
  return lanes.values();
}
