/** Fifty times what a set of a dozen keys has. */
const maxBytes = 256 * 1_024;

/** The text at an address, or why there is none. Follows no redirect: it would lead to keys that nobody configured. */
export type Fetched = { readonly text: string } | { readonly problem: string };

export async function fetchText(url: string, timeoutMs: number): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/json, application/jwk-set+json' },
    });
    if (response.status === 200) return await limitedText(response);
    await response.body?.cancel();
    return { problem: `answers ${response.status}` };
  } catch (error) {
    return { problem: failureOf(error, timeoutMs) };
  }
}

async function limitedText({ body }: Response): Promise<Fetched> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop ends the connection.
    if (bytes > maxBytes) return { problem: `answers more than ${maxBytes} bytes` };
    chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString() };
}

/** What happened on the way, by the system's code: messages may repeat the address. */
function failureOf(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'cannot be reached';
  if (error.name === 'TimeoutError') return `does not answer within ${timeoutMs} ms`;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : error.name;
  return `cannot be reached (${code})`;
}
