import type { CancelOutcome, CancelProgress, CancelReason, FollowOptions } from '@cancellation-gateway/client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLanguage } from '../texts/languages.tsx';
import type { Cancelling } from './cancelling.ts';
import { hasNetwork, NoNetwork } from './has-network.ts';
import { forget, type Intention, intentionFor, isLate, mayArriveAfter, remember } from './intentions.ts';
import { isOver, isUnsent } from './outcomes.ts';
import { look, resume, send } from './sending.ts';
import type { Target } from './target.ts';
import { useOnceLookedAt } from './use-once-looked-at.ts';

/** How long one asking lasts, in milliseconds; the next one begins by itself while somebody looks at the page. */
const patienceMs = 120_000;
/** Between two looks for what may arrive yet. */
const lookAgainMs = 5_000;

type Asking = (options: FollowOptions, signal: AbortSignal) => Promise<CancelOutcome | null>;

/** Cancels one target. What was begun before the page was closed goes on by itself, for an hour. */
export function useCancelling(target: Target): Cancelling {
  const [running, setRunning] = useState(false);
  const [late, setLate] = useState(false);
  const [sent, setSent] = useState(false);
  const [waitsFor, setWaitsFor] = useState<Cancelling['waitsFor']>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [known, setKnown] = useState<CancelProgress | null>(null);
  const [over, setOver] = useState(false);
  const [resumeInMs, setResumeInMs] = useState<number | null>(null);
  const intention = useRef<Intention | null>(null);
  const asking = useRef<AbortController | null>(null);
  const givenUp = useRef(false);
  const { language } = useLanguage();

  const keep = (kept: Intention) => {
    remember(kept);
    intention.current = kept;
  };
  const drop = () => {
    if (intention.current !== null) forget(intention.current);
    intention.current = null;
    givenUp.current = false;
    setKnown(null);
    setWaitsFor(null);
  };
  /** Before anything is sent, so that what is stored as unsent is. */
  const depart = async (leaving: Intention, signal: AbortSignal) => {
    if (!(await hasNetwork())) throw new NoNetwork();
    signal.throwIfAborted();
    keep({ ...leaving, unsent: false });
    setSent(true);
  };

  const ask = (send: Asking) => {
    asking.current?.abort();
    const mine = new AbortController();
    asking.current = mine;
    const begunAt = Date.now();
    setRunning(true);
    setWaitsFor(null);
    setResumeInMs(null);
    const onUpdate = (progress: CancelProgress) => {
      if (asking.current === mine) setKnown(progress);
    };
    const options = { language, signal: mine.signal, deadlineMs: patienceMs, onUpdate };
    send(options, mine.signal)
      .then((outcome) => {
        if (asking.current === mine) hear(outcome, begunAt);
      })
      .catch((error: unknown) => {
        if (mine.signal.aborted) return;
        setRunning(false);
        if (error instanceof NoNetwork) setWaitsFor('network');
        else setFailure(error);
      });
  };

  const hear = (outcome: CancelOutcome | null, begunAt: number) => {
    asking.current = null;
    setRunning(false);
    setKnown(outcome);
    if (outcome === null) return hearOfNoRecord(begunAt);
    setOver(isOver(outcome));
    if (isOver(outcome) && intention.current !== null) forget(intention.current);
    else if (givenUp.current) return afterGivingUp(outcome);
    // An asking ends early where the gateway wants a longer pause than is left of it.
    const leftMs = begunAt + patienceMs - Date.now();
    if (outcome.end === 'DEADLINE') setResumeInMs(Math.max(leftMs, outcome.retryAfterMs ?? 0));
  };

  const hearOfNoRecord = (askedAt: number) => {
    if (intention.current !== null && mayArriveAfter(intention.current, askedAt)) setResumeInMs(lookAgainMs);
    else if (givenUp.current) drop();
    else setWaitsFor('person');
  };

  const start = (reason: CancelReason | null) => {
    setKnown(null);
    setOver(false);
    setLate(false);
    setSent(false);
    ask((options, signal) => {
      const onKey = (idempotencyKey: string) => {
        const begun: Intention = { target, reason, idempotencyKey, begunAt: Date.now(), unsent: true };
        keep(begun);
        return depart(begun, signal);
      };
      return send({ target, reason }, { ...options, onKey });
    });
  };

  const goOn = () => {
    const { current } = intention;
    if (current === null) return;
    setLate(isLate(current));
    setSent(!current.unsent);
    if (isLate(current) && current.unsent) {
      setWaitsFor('person');
      return;
    }
    ask(async (options, signal) => {
      if (isLate(current)) return look(current, options);
      if (current.unsent) await depart(current, signal);
      return resume(current, options);
    });
  };

  const sendAgain = () => {
    if (intention.current !== null) keep({ ...intention.current, begunAt: Date.now() });
    goOn();
  };

  const giveUp = () => {
    if (waitsFor !== null) drop();
    else if (intention.current !== null) {
      // A request may be under way: the end of the asking tells, and where that has ended the gateway does.
      const left = asking.current === null ? {} : { leftAt: Date.now() };
      keep({ ...intention.current, begunAt: undefined, ...left });
      givenUp.current = true;
      if (asking.current !== null) asking.current.abort();
      else goOn();
    }
  };
  const afterGivingUp = (outcome: CancelOutcome) => {
    givenUp.current = false;
    if (isUnsent(outcome)) drop();
    else goOn();
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
    // What an asking tells is in the language that it began in.
  }, [language]);

  useOnceLookedAt(resumeInMs, goOnUnlessOver);

  // Such as a device that can store nothing: the key was not kept, and so nothing was sent.
  if (failure !== null) throw failure;

  const startAnew = () => start(intention.current?.reason ?? null);
  const leave = () => {
    asking.current?.abort();
    if (intention.current !== null) forget(intention.current);
  };
  const looking = running || resumeInMs !== null;
  return { running, looking, late, sent, waitsFor, known, over, start, startAnew, goOn, sendAgain, giveUp, leave };
}
