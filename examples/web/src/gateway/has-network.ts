/**
 * Whether a request can leave this device. A browser without a network may still reach the gateway that runs beside it, so that
 * its word alone stops nothing: the server of the page is asked for as little as there is.
 */
export async function hasNetwork(): Promise<boolean> {
  if (navigator.onLine) return true;
  try {
    await fetch('/', { method: 'HEAD', cache: 'no-store' });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Nothing was sent. */
export class NoNetwork extends Error {
  override readonly name = 'NoNetwork';
}
