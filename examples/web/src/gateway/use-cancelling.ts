import type { CancelOutcome, CancelProgress, CancelReason, FollowOptions } from '@cancellation-gateway/client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLanguage } from '../texts/languages.tsx';
import { canceller } from './clients.ts';
import { forget, type Intention, intentionFor, remember } from './intentions.ts';
import type { Target } from './target.ts';

/** How long one asking goes on by itself, in milliseconds; whoever stays may ask on. */
const patienceMs = 120_000;

export interface Cancelling {
  readonly running: boolean;
  /** What is certain by now; null before the first answer. */
  readonly known: CancelProgress | null;
  /** Begins a new attempt, under a key of its own. */
  start(reason: CancelReason | null): void;
  /** The same for the reason that was given before. */
  startAnew(): void;
  /** Asks again under the same key. */
  goOn(): void;
}

/** Cancels one target. What was begun before the page was closed goes on by itself. */
export function useCancelling(target: Target): Cancelling {
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const [known, setKnown] = useState<CancelProgress | null>(null);
  const intention = useRef<Intention | null>(null);
  const asking = useRef<AbortController | null>(null);
  const { language } = useLanguage();

  const ask = async (send: (options: FollowOptions) => Promise<CancelOutcome | null>) => {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    setRunning(true);
    const onUpdate = (progress: CancelProgress) => {
      if (asking.current === mine) setKnown(progress);
    };
    const outcome = await send({ language, signal: mine.signal, deadlineMs: patienceMs, onUpdate });
    if (asking.current !== mine) return;
    asking.current = null;
    setRunning(false);
    setKnown(outcome);
    if (outcome?.final && intention.current !== null) forget(intention.current);
  };

  const start = (reason: CancelReason | null) => {
    setKnown(null);
    if (intention.current !== null) forget(intention.current);
    const onKey = (idempotencyKey: string) => {
      intention.current = { target, reason, idempotencyKey };
      remember(intention.current);
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

  const goOnWithWhatWasBegun = useEffectEvent(() => {
    intention.current ??= intentionFor(target);
    if (!known?.final) goOn();
  });

  useEffect(() => {
    goOnWithWhatWasBegun();
    addEventListener('online', goOnWithWhatWasBegun);
    return () => {
      removeEventListener('online', goOnWithWhatWasBegun);
      asking.current?.abort();
    };
  }, []);

  // Such as a device that can store nothing: the key was not kept, and so nothing was sent.
  if (failure !== null) throw failure;

  const startAnew = () => start(intention.current?.reason ?? null);
  return { running, known, start, startAnew, goOn };
}
