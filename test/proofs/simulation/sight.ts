import { isUnsettled } from '../../../src/cancellation/record/record.ts';
import { idOf } from './simulated-provider.ts';
import type { World } from './world.ts';

/**
 * What the provider sees of its targets. Its reads may not know a target yet, and its whole front may lose sight of one that
 * it has shown: that begins when a record says that it was seen, since nobody can tell otherwise.
 */
export class Sight {
  readonly #world: World;
  readonly #start: number;
  readonly #lostUntil = new Map<number, number>();

  constructor(world: World) {
    this.#world = world;
    this.#start = world.clock.now();
  }

  /** Whether a read finds the target, if there is one. */
  isShown(target: number): boolean {
    const hiddenMs = this.#world.schedule.targets[target]?.hiddenMs ?? 0;
    return this.#world.clock.now() >= this.#start + hiddenMs && !this.isLost(target);
  }

  /** Whether nothing finds the target any more, for a while. */
  isLost(target: number): boolean {
    const { clock, coverage, schedule } = this.#world;
    const forMs = schedule.targets[target]?.vanishesMs ?? 0;
    if (forMs === 0) return false;
    const until = this.#lostUntil.get(target);
    if (until !== undefined) return clock.now() < until;
    if (!this.#wasSeen(target)) return false;
    this.#lostUntil.set(target, clock.now() + forMs);
    coverage.count('targets that vanish');
    return true;
  }

  #wasSeen(target: number): boolean {
    const records = this.#world.store.all().filter((record) => record.target.id === idOf(target));
    return records.some((record) => isUnsettled(record) && record.snapshot !== null);
  }
}
