import { setTimeout as wait } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  /** When it was asked for, in milliseconds after the first. */
  readonly atMs: number;
  readonly ms: number;
}

type Headers = Readonly<Record<string, string>>;

/** Sends requests at their time, whether or not earlier ones were answered; `requestOf` says which and whose the n-th is. */
export async function offer(
  url: string,
  perSecond: number,
  seconds: number,
  requestOf: (n: number) => readonly [document: string, headers: Headers],
): Promise<Answer[]> {
  const begun = performance.now();
  const asked = Array.from({ length: perSecond * seconds }, async (_, n) => {
    const atMs = (n * 1_000) / perSecond;
    await wait(begun + atMs - performance.now());
    const [query, headers] = requestOf(n);
    const sent = performance.now();
    const body = JSON.stringify({ query });
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    await response.arrayBuffer();
    return { status: response.status, atMs, ms: performance.now() - sent };
  });
  return Promise.all(asked);
}

export function percentile(answers: readonly Answer[], share: number): number {
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
