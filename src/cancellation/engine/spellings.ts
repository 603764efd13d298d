import type { Clock } from '../clock.ts';
import { laneOf, type OfTenant } from '../target/lane.ts';
import type { TargetKind } from '../target/target.ts';
import { LaneMemory } from './lane-memory.ts';

const dayMs = 24 * 3_600_000;

type Taken = Partial<Record<TargetKind, string | null>>;

/** In which spelling of its word a provider last took a cancel of a tenant, within a day: that one is sent first. */
export class Spellings {
  readonly #taken: LaneMemory<Taken>;

  constructor(clock: Clock) {
    this.#taken = new LaneMemory(clock, dayMs);
  }

  take(cancelled: OfTenant, spelling: string | null): void {
    const lane = laneOf(cancelled);
    this.#taken.note(lane, { ...this.#taken.of(lane), [cancelled.target.kind]: spelling });
  }

  first(asked: OfTenant): string | null {
    return this.#taken.of(laneOf(asked))?.[asked.target.kind] ?? null;
  }
}
