/** Within so many milliseconds the server of the page answers, or there is no network. */
const answerWithinMs = 10_000;

/**
 * Whether a request can leave this device. A browser without a network may still reach the gateway that runs beside it, so that
 * its word alone stops nothing: the server of the page is asked for as little as there is.
 */
export async function hasNetwork(): Promise<boolean> {
  if (navigator.onLine) return true;
  try {
    await fetch('/', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(answerWithinMs) });
    return true;
  } catch (error) {
    if (error instanceof TypeError || isTimeout(error)) return false;
    throw error;
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

/** Nothing was sent. */
export class NoNetwork extends Error {
  override readonly name = 'NoNetwork';
}
