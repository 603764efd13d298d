import type { Clock, RecordedRequest, WireAnswer } from '../wire.ts';

const dayMs = 24 * 3_600_000;

/** What was answered under which `X-Idempotency-Key` within the last 24 hours. */
export interface IdempotencyKeys {
  find(key: string): { request: string; answer: WireAnswer } | undefined;
  keep(key: string, request: string, answer: WireAnswer): void;
  clear(): void;
}

export function createIdempotencyKeys(clock: Clock): IdempotencyKeys {
  const kept = new Map<string, { request: string; answer: WireAnswer; at: number }>();
  return {
    find(key) {
      const entry = kept.get(key);
      return entry && clock.now() - entry.at < dayMs ? entry : undefined;
    },
    keep: (key, request, answer) => void kept.set(key, { request, answer, at: clock.now() }),
    clear: () => kept.clear(),
  };
}

/** What makes two requests the same request. */
export function fingerprint({ method, path, body }: RecordedRequest): string {
  return JSON.stringify([method, path, body]);
}

/** Only decisions are kept: an answer that asks to come back later would otherwise be repeated for a day. */
export function isDecision({ status }: WireAnswer): boolean {
  return status < 300 || status === 404 || status === 409;
}
