import type { Clock } from '../cancellation/clock.ts';

const minuteMs = 60_000;

/** Tells at once, and then nothing more for a minute, however often it happens. */
export function onceAMinute(clock: Clock, tell: () => void): () => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return () => {
    if (clock.now() - toldAt < minuteMs) return;
    toldAt = clock.now();
    tell();
  };
}
