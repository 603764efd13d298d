import type { CancelAnswer } from '../../../src/cancellation/provider.ts';
import { isUnsettled } from '../../../src/cancellation/record/record.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { numberOf } from './simulated-provider.ts';
import type { World } from './world.ts';

/** For how long reads contradict what the provider said. Two clocks may add half a minute to it. */
const forMs = 20_000;

/**
 * What one process has heard of targets that are cancelled already, and whether a read may contradict it. Whoever has not
 * heard it, or has lost it before it was written down, could not tell such a read from the truth: no gateway can, so that is
 * left out.
 */
export class Contradictions {
  readonly #world: World;
  readonly #heard = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** An answer to a cancel has come. */
  hear({ id }: Target, answer: CancelAnswer): void {
    if (saysAlready(answer)) this.#heard.add(id);
  }

  /** Whether this read may show captured what is cancelled. */
  mayShow({ id }: Target): boolean {
    const { provider, clock } = this.#world;
    const isKnown = this.#heard.delete(id) || this.#isWrittenDown(id);
    if (!isKnown || provider.state(numberOf(id)) !== 'cancelled') return false;
    const since = provider.contradictedSince.get(id) ?? clock.now();
    provider.contradictedSince.set(id, since);
    return clock.now() - since < forMs;
  }

  #isWrittenDown(id: string): boolean {
    return this.#world.store
      .all()
      .some((record) => record.target.id === id && isUnsettled(record) && saysAlready(record.lastAnswer));
  }
}

function saysAlready(answer: CancelAnswer | null): boolean {
  return answer?.kind === 'refused' && answer.code === 'ORDER_ALREADY_CANCELLED';
}
