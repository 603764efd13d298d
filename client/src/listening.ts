import type { Known } from './answer.ts';
import { CancellationUpdatedDocument, type Language } from './generated/sdk.ts';
import { knownFromCancellation } from './known.ts';
import type { Subscribe } from './options.ts';

/** One subscription to a cancellation: what it told and nobody has taken yet, until it ends. */
export class Listening {
  readonly id: string;
  readonly #told: Known[] = [];
  #unsubscribe: () => void = () => {};
  #wake: () => void = () => {};
  /** Whether nothing more will come: it was completed, or it broke. */
  ended = false;

  constructor(subscribe: Subscribe, id: string, language: Language) {
    this.id = id;
    try {
      this.#unsubscribe = subscribe({ query: CancellationUpdatedDocument, variables: { id, language } }, this.#sink());
    } catch {
      // Whatever kept it from subscribing, the cancellation can be asked for.
      this.#end();
    }
  }

  /** The next thing told; null where nothing is told while `wait` waits for it, or no more is to come. */
  async next(wait: (told: Promise<void>) => Promise<void>): Promise<Known | null> {
    if (this.#told.length === 0 && !this.ended) {
      const told = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await wait(told);
    }
    return this.#told.shift() ?? null;
  }

  /** Drops what nobody has taken yet: an answer has come since, and which of them is newer nobody can say. */
  drop(): void {
    this.#told.length = 0;
  }

  close(): void {
    this.ended = true;
    try {
      this.#unsubscribe();
    } catch {
      // However the app's client ends a subscription, the outcome stays what it is.
    }
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
