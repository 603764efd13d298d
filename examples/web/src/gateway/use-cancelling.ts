import type { CancelOutcome, CancelProgress, CancelReason, FollowOptions } from '@cancellation-gateway/client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLanguage } from '../texts/languages.tsx';
import { canceller } from './clients.ts';
import { forget, type Intention, intentionFor, remember } from './intentions.ts';
import type { Target } from './target.ts';
import { useOnceLookedAt } from './use-once-looked-at.ts';

/** How long one asking lasts, in milliseconds; the next one begins by itself while somebody looks at the page. */
const patienceMs = 120_000;

export interface Cancelling {
  readonly running: boolean;
  /** Whether it is asked, or will be by itself. */
  readonly looking: boolean;
  /** What is certain by now; null before the first answer. */
  readonly known: CancelProgress | null;
  /** Whether nothing can come of the key any more, so that another one is safe. */
  readonly over: boolean;
  /** Begins a new attempt, under a key of its own. */
  start(reason: CancelReason | null): void;
  /** The same for the reason that was given before. */
  startAnew(): void;
  /** Asks again under the same key. */
  goOn(): void;
  /** Forgets the key on this device, where a person has taken over. */
  leave(): void;
}

/** Cancels one target. What was begun before the page was closed goes on by itself. */
export function useCancelling(target: Target): Cancelling {
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [known, setKnown] = useState<CancelProgress | null>(null);
  const [over, setOver] = useState(false);
  const [resumeInMs, setResumeInMs] = useState<number | null>(null);
  const intention = useRef<Intention | null>(null);
  const asking = useRef<AbortController | null>(null);
  const { language } = useLanguage();

  const ask = async (send: (options: FollowOptions) => Promise<CancelOutcome | null>) => {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    const begunAt = Date.now();
    setRunning(true);
    setResumeInMs(null);
    const onUpdate = (progress: CancelProgress) => {
      if (asking.current === mine) setKnown(progress);
    };
    const outcome = await send({ language, signal: mine.signal, deadlineMs: patienceMs, onUpdate });
    if (asking.current !== mine) return;
    asking.current = null;
    setRunning(false);
    setKnown(outcome);
    if (outcome === null) return;
    setOver(isOver(outcome));
    if (isOver(outcome) && intention.current !== null) forget(intention.current);
    // An asking ends early where the gateway wants a longer pause than is left of it.
    const leftMs = begunAt + patienceMs - Date.now();
    if (outcome.end === 'DEADLINE') setResumeInMs(Math.max(leftMs, outcome.retryAfterMs ?? 0));
  };

  const start = (reason: CancelReason | null) => {
    setKnown(null);
    setOver(false);
    const before = intention.current;
    const onKey = (idempotencyKey: string) => {
      const begun = { target, reason, idempotencyKey };
      remember(begun);
      intention.current = begun;
      if (before !== null) forget(before);
    };
    ask((options) =>
      target.kind === 'payment'
        ? canceller.cancelPayment({ paymentId: target.id, reason }, { ...options, onKey })
        : canceller.cancelOrder({ orderId: target.id, reason }, { ...options, onKey }),
    ).catch(setFailure);
  };

  const goOn = () => {
    const { current } = intention;
    if (current === null) return;
    const { idempotencyKey, reason } = current;
    const { kind, id } = current.target;
    const again =
      kind === 'payment' ? { cancelPayment: { paymentId: id, reason } } : { cancelOrder: { orderId: id, reason } };
    ask((options) => canceller.resumeCancellation(idempotencyKey, { ...options, ...again })).catch(setFailure);
  };

  const goOnUnlessOver = () => {
    if (!over) goOn();
  };
  const goOnWithWhatWasBegun = useEffectEvent(() => {
    intention.current ??= intentionFor(target);
    goOnUnlessOver();
  });

  useEffect(() => {
    goOnWithWhatWasBegun();
    addEventListener('online', goOnWithWhatWasBegun);
    return () => {
      removeEventListener('online', goOnWithWhatWasBegun);
      asking.current?.abort();
    };
  }, []);

  useOnceLookedAt(resumeInMs, goOnUnlessOver);

  // Such as a device that can store nothing: the key was not kept, and so nothing was sent.
  if (failure !== null) throw failure;

  const startAnew = () => start(intention.current?.reason ?? null);
  const leave = () => {
    asking.current?.abort();
    if (intention.current !== null) forget(intention.current);
  };
  const looking = running || resumeInMs !== null;
  return { running, looking, known, over, start, startAnew, goOn, leave };
}

/** Settled, or refused with proof that nothing was done of it. */
function isOver({ final, end, outcome, nextAction }: CancelOutcome): boolean {
  return final || (end === 'REFUSED' && outcome === 'NOT_CANCELLED' && nextAction !== 'RETRY_SAME_KEY');
}
