const windowMs = 600_000;

interface Sighting {
  readonly target: string;
  readonly at: number;
}

/** What one target does not prove of a provider, and two targets within ten minutes do. */
export class Suspicions {
  /** By provider, the latest sighting and the latest of another target. */
  readonly #sightings = new Map<string, { readonly last: Sighting; readonly other: Sighting | null }>();

  /** Whether another target has raised the same suspicion shortly before. */
  isConfirmed(provider: string, target: string, now: number): boolean {
    const { last = null, other: before = null } = this.#sightings.get(provider) ?? {};
    const other = last === null || last.target === target ? before : last;
    this.#sightings.set(provider, { last: { target, at: now }, other });
    return other !== null && now - other.at <= windowMs;
  }
}
