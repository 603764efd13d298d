/** A request that is answered before GraphQL sees it. The message is for the caller and repeats nothing of the input. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export function nothingHere(): Refusal {
  return new Refusal(404, 'NOT_FOUND', 'There is nothing at this address; the API is at /graphql.');
}

/** The shape in which GraphQL clients expect every error. */
export function refusalBody(refusal: Refusal, requestId: string): string {
  const { message, code } = refusal;
  return JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] });
}

/** The JSON media type that the caller would rather have; browsers and curl name neither and get plain JSON. */
export function jsonTypeFor(accept: string | undefined): string {
  const types = (accept ?? '').split(',').map((range) => range.split(';', 1)[0]?.trim().toLowerCase());
  const wish = types.find((type) => type === 'application/json' || type === 'application/graphql-response+json');
  return `${wish ?? 'application/json'}; charset=utf-8`;
}

/** Whatever was thrown, as something that may be shown: the text of an unexpected error never is. */
export function refusalFrom(error: { statusCode?: number }): Refusal {
  if (error instanceof Refusal) return error;
  const status = error.statusCode ?? 500;
  if (status === 413) return tooLarge();
  if (status >= 400 && status < 500) return new Refusal(status, 'BAD_REQUEST', 'The request is not well-formed.');
  return failed();
}

export function failed(): Refusal {
  return new Refusal(500, 'INTERNAL_SERVER_ERROR', 'The gateway failed unexpectedly.');
}

/** The connection ends with it: nobody waits for what is left of the body. */
export function tooLarge(): Refusal {
  return new Refusal(413, 'PAYLOAD_TOO_LARGE', 'The request body may have 64 KiB at most.', { connection: 'close' });
}
