import type { ProviderAdapter, ReadAnswer } from '../provider.ts';
import { type Lane, nameOf } from '../target/lane.ts';

/** A read that a caller asked for, on its way to the provider. */
export interface Flight {
  /** Over whose credentials it goes. */
  readonly adapter: ProviderAdapter;
  readonly end: Promise<FlightEnd>;
}

export interface FlightEnd {
  /** That of the retry, if there was one. */
  readonly answer: ReadAnswer;
  /** Whether whoever has more time may fare better: it failed, and the time of whoever made it left no retry. */
  readonly isForLackOfTime: boolean;
}

/**
 * The reads of callers that are on their way, so that whoever asks for the same meanwhile waits for the same answer. It knows
 * what this process does: where others cancel through the same store, nobody may join anybody.
 */
export class ReadsInFlight {
  readonly #lanes = new Map<string, Map<string, Flight>>();

  /** The one that a read may join; `name` says what is read, and with which rights. */
  get(lane: Lane, name: string, adapter: ProviderAdapter): Flight | undefined {
    const flight = this.#lanes.get(nameOf(lane))?.get(name);
    return flight?.adapter === adapter ? flight : undefined;
  }

  add(lane: Lane, name: string, flight: Flight): void {
    const flights = this.#lanes.get(nameOf(lane)) ?? new Map<string, Flight>();
    this.#lanes.set(nameOf(lane), flights.set(name, flight));
    const land = () => this.#remove(lane, flights, name, flight);
    flight.end.then(land, land);
  }

  /**
   * After an answer to a cancel or a settlement nobody joins a read that was begun before. That goes for the whole lane:
   * cancelling an order changes its payments too.
   */
  forget(lane: Lane): void {
    this.#lanes.delete(nameOf(lane));
  }

  /** How many lanes have one. */
  get size(): number {
    return this.#lanes.size;
  }

  #remove(lane: Lane, flights: Map<string, Flight>, name: string, flight: Flight): void {
    if (flights.get(name) === flight) flights.delete(name);
    if (flights.size === 0 && this.#lanes.get(nameOf(lane)) === flights) this.forget(lane);
  }
}
