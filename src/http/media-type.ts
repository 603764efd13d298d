import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from './refusal.ts';

const jsonInUtf8 = /^application\/json\s*(;\s*charset\s*=\s*("utf-8"|utf-8)\s*)?$/i;

/** Forms and plain text can be posted by any web page without asking; compressed bodies can grow without limit. */
export function requirePlainJson(headers: IncomingHttpHeaders): void {
  if (!jsonInUtf8.test(headers['content-type'] ?? '')) {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as application/json in UTF-8.');
  }
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body without a content-encoding.');
  }
}
