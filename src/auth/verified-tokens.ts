import { hash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { Clock } from '../cancellation/clock.ts';
import type { Caller } from '../cancellation/target/caller.ts';

/** How long a token is taken without its signature being checked again. A key that is withdrawn lives on as long. */
const longestMs = 10_000;
/** As long as a token may have been valid for at all, by its claims `iat` and `exp`. */
const oldestMs = 60 * 60 * 1_000;

/** When a token that was good is none any more, in milliseconds since 1970. */
export function endOf({ exp = 0, iat = 0 }: JWTPayload): number {
  return Math.min(exp * 1_000, iat * 1_000 + oldestMs);
}
/** A token has up to 8 KiB, and what it lists is kept with its caller. */
const most = 2_000;

export interface Verified {
  readonly caller: Caller;
  readonly claims: JWTPayload;
}

interface Remembered extends Verified {
  readonly from: number;
  readonly until: number;
}

/**
 * Callers whose tokens were found good a moment ago. To check a signature costs more than all else that a small request needs.
 * Only good tokens are kept, under the SHA-256 of all their text, and never beyond their own time.
 */
export class VerifiedTokens {
  readonly #clock: Clock;
  #known = new Map<string, Remembered>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  find(token: string): Verified | null {
    const key = keyOf(token);
    const found = this.#known.get(key);
    if (found === undefined) return null;
    const now = this.#clock.now();
    this.#known.delete(key);
    // A clock that was set back says nothing about how long ago it was.
    if (now < found.from || now >= found.until) return null;
    this.#known.set(key, found);
    return found;
  }

  /**
   * To be called before a token is checked; what it returns remembers that it was good. Where `forget` was called in
   * between, it was checked with keys that may be gone, and is not kept.
   */
  checking(): (token: string, verified: Verified) => void {
    const known = this.#known;
    return (token, { caller, claims }) => {
      const from = this.#clock.now();
      const until = Math.min(from + longestMs, endOf(claims));
      known.set(keyOf(token), { caller, claims, from, until });
      for (const oldest of known.keys()) {
        if (known.size <= most) return;
        known.delete(oldest);
      }
    };
  }

  forget(): void {
    this.#known = new Map();
  }
}

function keyOf(token: string): string {
  return hash('sha256', token, 'base64');
}
