import type { CancelReason } from '@cancellation-gateway/client';
import { remembered } from './remembered.ts';
import { isSame, type Target } from './target.ts';

/** That somebody wants one target cancelled, under the one key that makes it safe to ask again. */
export interface Intention {
  readonly target: Target;
  readonly reason: CancelReason | null;
  readonly idempotencyKey: string;
}

/** Those that may still change something at the provider. Written before anything is sent. */
const unfinished = remembered<readonly Intention[]>('unfinished', []);

export function unfinishedIntentions(): readonly Intention[] {
  return unfinished.get();
}

export function intentionFor(target: Target): Intention | null {
  return unfinished.get().find((intention) => isSame(intention.target, target)) ?? null;
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
