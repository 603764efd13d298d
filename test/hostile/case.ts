/** A row: its number in docs/security.md, what is wrong, what is sent, and what the gateway has to say to it. */
export type HostileCase = readonly [row: number, title: string, sent: Sent, expected: Expected];

export type Sent =
  /** A GraphQL request as any client sends it; `body` in place of it where the JSON itself is hostile. */
  | {
      readonly kind: 'http';
      readonly method?: string;
      /** `/graphql` unless told. */
      readonly path?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array<ArrayBuffer>;
      /** Whether it goes without a token. */
      readonly anonymous?: boolean;
    }
  /** Bytes on a socket, for what no HTTP client would send. `{token}` stands for a valid one. */
  | { readonly kind: 'bytes'; readonly bytes: string };

export type Expected =
  /** Refused before anything ran, with this code in `errors`. */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string }
  /** Refused as data: each of these codes, in the order of the root fields. */
  | { readonly kind: 'declined'; readonly codes: readonly string[] }
  /** Nothing is wrong with it; what the data are. */
  | { readonly kind: 'answered'; readonly data: unknown }
  /** The connection ends without a word. */
  | { readonly kind: 'cut' };

export const refused = (status: number, code: string): Expected => ({ kind: 'refused', status, code });
export const declined = (...codes: string[]): Expected => ({ kind: 'declined', codes });
export const answered = (data: unknown): Expected => ({ kind: 'answered', data });
export const cut: Expected = { kind: 'cut' };

export const badRequest = refused(400, 'BAD_REQUEST');
export const badInput = refused(400, 'BAD_USER_INPUT');
export const notParsed = refused(400, 'GRAPHQL_PARSE_FAILED');
export const notValid = refused(400, 'GRAPHQL_VALIDATION_FAILED');
export const tooLarge = refused(413, 'PAYLOAD_TOO_LARGE');
export const wrongType = refused(415, 'UNSUPPORTED_MEDIA_TYPE');

export function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Sent {
  return { kind: 'http', body, headers };
}

export function ask(query: string, variables?: unknown, headers?: Record<string, string>): Sent {
  return post(JSON.stringify({ query, variables }), headers);
}

export function get(path: string, headers: Record<string, string> = {}): Sent {
  return { kind: 'http', method: 'GET', path, headers };
}
