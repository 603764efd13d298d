import type { CancellationRecord } from './record.ts';

const hourMs = 3_600_000;

/**
 * An intent is carried out within a day or not at all: a merchant who has decided to ship since must not be overtaken by our
 * own repeat. It is also for how long providers remember a key (VTEX repeats an answer for 24 h, Mercado Pago keeps keys as
 * long).
 */
export const longestIntentMs = 24 * hourMs;

/** The shortest that a caller may set; it leaves time for what goes wrong at first. */
export const shortestIntentMs = 60_000;

interface Intent {
  /** When it was asked for. */
  readonly now: number;
  readonly expiresInMs: number;
  /** Whether the provider can be asked for the target's state. */
  readonly readable: boolean;
}

/**
 * Until when a request lets something be sent. A target that cannot be read is only ever found out about by repeating the
 * first send, and the provider forgets that after a day, whoever asks in between.
 */
export function sendsUntil({ now, expiresInMs, readable }: Intent, firstSentAt: number | null): number {
  const asked = now + expiresInMs;
  return readable || firstSentAt === null ? asked : Math.min(asked, firstSentAt + longestIntentMs);
}

/** When the record was first sent since it was last started; null while it was not. */
export function firstSentAt({ attempts, startedAt }: CancellationRecord): number | null {
  const sent = attempts.find((attempt) => attempt.kind === 'CANCEL' && attempt.startedAt >= startedAt);
  return sent?.startedAt ?? null;
}

/** When the record was last sent, ever; null while it was not. */
export function lastSentAt({ attempts }: CancellationRecord): number | null {
  return attempts.findLast(({ kind }) => kind === 'CANCEL')?.startedAt ?? null;
}

/** Whether something may still be sent for the record, whoever causes it. */
export function maySend({ sendsUntil }: CancellationRecord, now: number): boolean {
  return now < sendsUntil;
}
