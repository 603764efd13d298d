import type { Answer } from '../../hostile/send.ts';

/** What is wrong with an answer, in a sentence; null where nothing is. `secrets` may stand in none. */
export function complaintAbout({ status, headers, text }: Answer, secrets: readonly string[]): string | null {
  // Several answers on one connection are read as one.
  const isShed = status === 503 && headers.has('retry-after');
  if (!(status >= 100 && status < 500) && !isShed) return `answered with ${status}`;
  if (/^\s+at .+:\d+:\d+|node_modules|\.[tj]s:\d+:\d+/m.test(text)) return 'shows a stack frame';
  if (secrets.some((secret) => text.includes(secret))) return 'shows a secret';
  // The explorer, which opens outside production.
  if (status === 200 && headers.get('content-type')?.startsWith('text/html')) return null;
  if (text === '' || status < 200 || headers.get('transfer-encoding') === 'chunked') return null;
  return complaintAboutBody(text.slice(0, Number(headers.get('content-length') ?? text.length)), status);
}

function complaintAboutBody(text: string, status: number): string | null {
  const body = parsed(text);
  if (typeof body !== 'object' || body === null) return 'is no JSON';
  const errors = 'errors' in body && Array.isArray(body.errors) ? body.errors : [];
  if (status >= 400 && errors.length === 0) return 'refuses without an error';
  for (const { message, extensions } of errors) {
    if (typeof extensions?.code !== 'string' || typeof extensions.requestId !== 'string')
      return 'has an error without code or request id';
    if (extensions.code === 'INTERNAL_SERVER_ERROR') return 'tells of a bug';
    if (message.length > 512 || /Q{65}/.test(message)) return 'repeats more than 64 characters';
  }
  return null;
}

/** Of an HTTP answer with more behind it, what is whole. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
