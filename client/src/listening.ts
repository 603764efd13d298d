import type { Known } from './answer.ts';
import { CancellationUpdatedDocument, type Language } from './generated/sdk.ts';
import { knownFromCancellation } from './known.ts';
import type { Subscribe } from './options.ts';

/** One subscription to a cancellation: what it told and nobody has taken yet, until it ends. */
export class Listening {
  readonly #told: Known[] = [];
  #unsubscribe: () => void = () => {};
  #wake: () => void = () => {};
  /** Whether nothing more will come: it was completed, or it broke. */
  ended = false;

  constructor(subscribe: Subscribe, id: string, language: Language) {
    try {
      this.#unsubscribe = subscribe({ query: CancellationUpdatedDocument, variables: { id, language } }, this.#sink());
    } catch {
      // Whatever kept it from subscribing, the cancellation can be asked for.
      this.#end();
    }
  }

  /** The next thing told; null where there is nothing when `until` is over, or no more to come. */
  async next(until: Promise<unknown>): Promise<Known | null> {
    if (this.#told.length === 0 && !this.ended) {
      await Promise.race([
        until,
        new Promise<void>((resolve) => {
          this.#wake = resolve;
        }),
      ]);
    }
    return this.#told.shift() ?? null;
  }

  close(): void {
    this.ended = true;
    this.#unsubscribe();
  }

  #sink(): Parameters<Subscribe>[1] {
    return {
      next: ({ data }) => {
        const known = knownFromCancellation(data?.['cancellationUpdated']);
        if (known === null) this.ended = true;
        else this.#told.push(known);
        this.#wake();
      },
      error: () => this.#end(),
      complete: () => this.#end(),
    };
  }

  #end(): void {
    this.ended = true;
    this.#wake();
  }
}
