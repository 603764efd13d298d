import type { Clock } from '../clock.ts';
import { type Lane, nameOf } from '../target/lane.ts';

interface Noted<Known> {
  readonly known: Known;
  readonly at: number;
}

/** What a process knows of each lane. Of one that has been silent for so many milliseconds it is forgotten. */
export class LaneMemory<Known> {
  readonly #clock: Clock;
  readonly #silentMs: number;
  /** The one that was noted last stands last. */
  readonly #lanes = new Map<string, Noted<Known>>();
  #last: string | null = null;

  constructor(clock: Clock, silentMs: number) {
    this.#clock = clock;
    this.#silentMs = silentMs;
  }

  of(lane: Lane): Known | undefined {
    return this.#lanes.get(nameOf(lane))?.known;
  }

  note(lane: Lane, known: Known): void {
    const now = this.#clock.now();
    const name = nameOf(lane);
    if (name !== this.#last) this.#lanes.delete(name);
    this.#last = name;
    this.#lanes.set(name, { known, at: now });
    for (const [other, { at }] of this.#lanes) {
      if (now - at < this.#silentMs) return;
      this.#lanes.delete(other);
    }
  }

  /** How many lanes are remembered. */
  get size(): number {
    return this.#lanes.size;
  }
}
