const windowMs = 600_000;

interface Sighting {
  readonly target: string;
  readonly at: number;
}

/** What one target does not prove of a provider, or of a tenant's credentials there, and two targets within ten minutes do. */
export class Suspicions {
  /** By where it was seen, the latest sighting and the latest of another target. */
  readonly #sightings = new Map<string, { readonly last: Sighting; readonly other: Sighting | null }>();

  /** Whether another target has raised the same suspicion shortly before. */
  isConfirmed(where: string, target: string, now: number): boolean {
    for (const [place, { last }] of this.#sightings) if (now - last.at > windowMs) this.#sightings.delete(place);
    const { last = null, other: before = null } = this.#sightings.get(where) ?? {};
    const other = last === null || last.target === target ? before : last;
    this.#sightings.set(where, { last: { target, at: now }, other });
    return other !== null && now - other.at <= windowMs;
  }
}
