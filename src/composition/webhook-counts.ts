import type { Clock } from '../cancellation/clock.ts';
import type { WebhookCounts } from '../observability/events.ts';

/** How long notifications are counted before the log is told of them in one line. Milliseconds. */
const countedForMs = 10_000;

const receptions = { taken: 'taken', ignored: 'taken', refused: 'refused', turnedAway: 'busy' } as const;

/** Counts notifications by what became of them, and says what is answered. */
export function webhookCounts(clock: Clock, tell: (counts: WebhookCounts) => void) {
  let counts = noneYet();
  let cancelTimer: (() => void) | null = null;

  function stop(): void {
    if (cancelTimer === null) return;
    cancelTimer();
    cancelTimer = null;
    tell(counts);
    counts = noneYet();
  }

  return {
    count<Kind extends keyof WebhookCounts>(kind: Kind): (typeof receptions)[Kind] {
      counts[kind] += 1;
      cancelTimer ??= clock.after(countedForMs, stop, 'weak');
      return receptions[kind];
    },
    /** Tells what has not been told yet. */
    stop,
  };
}

function noneYet(): { -readonly [kind in keyof WebhookCounts]: number } {
  return { taken: 0, ignored: 0, refused: 0, turnedAway: 0 };
}
