import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose';
import { keySetMistake } from './key-set.ts';

/** The issuer's public keys, wherever they come from. */
export interface KeySource {
  /** The key that a token names. Throws `KeysUnavailable` where nobody can tell, and errors of `jose` about the token. */
  readonly keyFor: JWTVerifyGetKey;
  /** Whether there are any to check tokens with; where there are none, looks for them. */
  available(): Promise<boolean>;
  /** Reads them anew. Where that fails, those that are known stay. */
  reload(): Promise<void>;
}

/** Told whenever keys were read: null when that went well, else what is wrong, as the end of a sentence. */
export type KeysWatcher = (problem: string | null) => void;

/** Whether a token is good cannot be said now, and may be said later. */
export class KeysUnavailable extends Error {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super('The keys that tokens are checked with are not available.');
    this.retryAfterMs = retryAfterMs;
  }
}

/** The keys in a text, or what is wrong with it. */
export type ParsedKeys = { readonly find: JWTVerifyGetKey } | { readonly problem: string };

export function parseKeySet(text: string): ParsedKeys {
  const problem = keySetMistake(text);
  return problem === null ? { find: createLocalJWKSet(JSON.parse(text)) } : { problem };
}
