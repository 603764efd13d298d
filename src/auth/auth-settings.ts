/** How callers are authenticated: not at all, or by the tokens of one issuer. */
export type AuthSettings = { readonly mode: 'none' } | ({ readonly mode: 'jwt' } & TokenSettings);

export interface TokenSettings {
  /** Where the issuer's public keys are: an address, or the path of a file. */
  readonly jwks: { readonly url: string } | { readonly file: string };
  /** The `iss` of its tokens, to the letter. */
  readonly issuer: string;
  /** What their `aud` has to name: this gateway. */
  readonly audience: string;
}
