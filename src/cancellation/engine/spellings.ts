import type { Target } from '../target/target.ts';

/** In which spelling of its word a provider last took a cancel, for as long as this process lives: that one is sent first. */
export class Spellings {
  readonly #taken = new Map<string, string | null>();

  take({ provider, kind }: Target, spelling: string | null): void {
    this.#taken.set(`${provider} ${kind}`, spelling);
  }

  first({ provider, kind }: Target): string | null {
    return this.#taken.get(`${provider} ${kind}`) ?? null;
  }
}
