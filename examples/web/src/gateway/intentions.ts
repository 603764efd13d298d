import type { CancelReason } from '@cancellation-gateway/client';
import { remembered } from './remembered.ts';
import { isSame, type Target } from './target.ts';

/** That somebody wants one target cancelled, under the one key that makes it safe to ask again. */
export interface Intention {
  readonly target: Target;
  readonly reason: CancelReason | null;
  readonly idempotencyKey: string;
  /** When somebody said so last, in milliseconds since 1970; none where it was given up, or stored before this was kept. */
  readonly begunAt?: number | undefined;
  /** Whether nothing of it can have left this device; where nothing is said of it, it may have. */
  readonly unsent?: boolean;
  /** When it was given up while a request of it may have been under way, in milliseconds since 1970. */
  readonly leftAt?: number | undefined;
}

/** How long the page may send by itself what somebody asked for, in milliseconds. */
const freshForMs = 3_600_000;
/** How long a request may be held up on its way, in milliseconds: within it, no record at the gateway proves nothing. */
const heldForMs = 30_000;

/** Those that may still change something at the provider. Written before anything is sent. */
const unfinished = remembered<readonly Intention[]>('unfinished', []);

export function unfinishedIntentions(): readonly Intention[] {
  return unfinished.get();
}

export function intentionFor(target: Target): Intention | null {
  return unfinished.get().find((intention) => isSame(intention.target, target)) ?? null;
}

/** Whether it is only looked at until somebody asks for it again: nobody who opens a page days later means to cancel by that. */
export function isLate({ begunAt }: Intention): boolean {
  return begunAt === undefined || Math.abs(Date.now() - begunAt) > freshForMs;
}

/** Whether a request of it may arrive after the gateway was asked for its record. */
export function mayArriveAfter({ leftAt }: Intention, askedAt: number): boolean {
  return leftAt !== undefined && Math.abs(askedAt - leftAt) < heldForMs;
}

export function remember(intention: Intention): void {
  unfinished.set([...others(intention), intention]);
}

export function forget(intention: Intention): void {
  unfinished.set(others(intention));
}

function others({ idempotencyKey }: Intention): readonly Intention[] {
  return unfinished.get().filter((other) => other.idempotencyKey !== idempotencyKey);
}
