/** A request as it arrived. Header names are lower-case; `path` keeps the query string; `at` is the clock's reading. */
export interface RecordedRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  at: number;
}

/** An answer ready for the socket. */
export interface WireAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** One provider's side: executes the request against its state and says what it answers. */
export type Handler = (request: RecordedRequest) => WireAnswer;

export interface Clock {
  now(): number;
}

export type Json = Record<string, unknown>;

export function jsonText(status: number, text: string, headers: Record<string, string> = {}): WireAnswer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: text };
}

export function json(status: number, body: object): WireAnswer {
  return jsonText(status, JSON.stringify(body));
}

export function pathname(request: { path: string }): string {
  return request.path.split('?', 1)[0] ?? '';
}

/** The body as a JSON object, or null when it is anything else. */
export function jsonObject(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}

export function isJsonContent(request: RecordedRequest): boolean {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() === 'application/json';
}
