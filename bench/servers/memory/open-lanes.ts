import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';
import { type Lane, nameOf } from '../../../src/cancellation/target/lane.ts';
import { type Moment, Timeline } from './timeline.ts';

/** When each unsettled record is due, lane by lane. */
export class OpenLanes {
  readonly #lanes = new Map<string, { readonly lane: Lane; readonly due: Timeline }>();

  of(lane: Lane): Timeline {
    const name = nameOf(lane);
    const known = this.#lanes.get(name) ?? { lane, due: new Timeline() };
    this.#lanes.set(name, known);
    return known.due;
  }

  /** Each lane with something in it, and what of that is due first. */
  first(): { readonly lane: Lane; readonly at: number }[] {
    return [...this.#lanes.values()].flatMap(({ lane, due }) => due.first(1).map(({ at }) => ({ lane, at })));
  }
}

/** When nobody holds the record any more and its reconciliation is due. */
export function dueMoment({ id, leaseUntil, reconcileAt }: CancellationRecord): Moment {
  return { at: Math.max(leaseUntil, reconcileAt ?? 0), id };
}
