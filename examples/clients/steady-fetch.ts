import { pause } from './kept-keys.ts';

/** For any client: a token and ten seconds for each try, and again when the gateway has said; after a 401 once, at once. */
export function steadyFetch(freshToken: () => Promise<string>): typeof fetch {
  return async (input, init) => {
    let challenged = false;
    for (let tries = 1; ; tries += 1) {
      const headers = new Headers(init?.headers);
      headers.set('authorization', `Bearer ${await freshToken()}`);
      const response = await fetchInTime(input, { ...init, headers });
      const waitMs = response.status === 401 && !challenged ? 0 : refusedForMs(response);
      if (waitMs === null || tries === 4) return response;
      challenged ||= response.status === 401;
      await pause(waitMs, init?.signal);
    }
  };
}

/** The body has to come in time too, so nothing stops the timer. React Native has no `AbortSignal.timeout`. */
function fetchInTime(input: Parameters<typeof fetch>[0], init: RequestInit): Promise<Response> {
  const abort = new AbortController();
  const giveUp = () => abort.abort();
  setTimeout(giveUp, 10_000);
  init.signal?.addEventListener('abort', giveUp);
  if (init.signal?.aborted) giveUp();
  return fetch(input, { ...init, signal: abort.signal });
}

/** RATE_LIMITED and OVERLOADED did nothing, and say when to come again. */
function refusedForMs({ status, headers }: Response): number | null {
  const seconds = Number(headers.get('retry-after'));
  return (status === 429 || status === 503) && seconds > 0 ? seconds * 1_000 : null;
}
