import { type CancelProgress, matchNextAction } from '@cancellation-gateway/client';
import type { ReactNode } from 'react';
import type { Cancelling } from '../../gateway/cancelling.ts';
import { isUnsent } from '../../gateway/outcomes.ts';
import type { Target } from '../../gateway/target.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Countdown } from '../../parts/countdown.tsx';
import { addressOf } from '../../route.ts';
import { useTexts } from '../../texts/languages.tsx';
import { supportText } from './support-details.tsx';
import type { Reading } from './use-target.ts';

interface Props {
  readonly target: Target;
  readonly reading: Reading;
  readonly cancelling: Cancelling;
  /** Where it is not, the panel has said what is waited for. */
  readonly online: boolean;
  readonly known: CancelProgress;
  correct(): void;
  giveUp(): void;
}

/** A sentence and a button for every next action: one that had none would not compile. */
export function NextStep({ target, reading, cancelling, online, known, correct, giveUp }: Props) {
  const { outcome: texts, cancel: cancelTexts, target: targetTexts } = useTexts();
  const { buttons } = texts;
  const { startAnew, goOn, sendAgain, leave, running, looking, late, over } = cancelling;
  const hint = texts.next[known.nextAction];
  const waiting = online ? (looking ? hint : texts.stopped) : null;
  const retry = (kind: 'primary' | '') => (
    <button type="button" className={kind} onClick={sendAgain}>
      {buttons.retry}
    </button>
  );
  const lookAgain = (
    <button type="button" onClick={goOn}>
      {buttons.look}
    </button>
  );
  // A key that may still cancel something is never given up for another.
  const newAttempt = (kind: 'primary' | '') =>
    over ? (
      <button type="button" className={kind} onClick={startAnew}>
        {buttons.newAttempt}
      </button>
    ) : (
      retry(kind)
    );
  const leaveIt = () => {
    leave();
    location.hash = '#/';
  };
  const orderId = orderToCancel(known, reading);
  return matchNextAction<ReactNode>(known, {
    NOTHING: () => (
      <Step hint={hint}>
        <a className="button" href="#/">
          {buttons.another}
        </a>
      </Step>
    ),
    RETRY_SAME_KEY: () =>
      late ? (
        <Step hint={cancelTexts.lateHint}>
          <button type="button" className="danger" onClick={sendAgain}>
            {cancelTexts.confirm}
          </button>
          {lookAgain}
        </Step>
      ) : (
        <Step hint={waiting}>
          {retry('primary')}
          {isUnsent(known) && (
            <button type="button" onClick={giveUp}>
              {cancelTexts.giveUp}
            </button>
          )}
          {running && <Countdown of={known} tell={texts.retryIn} />}
        </Step>
      ),
    RETRY_NEW_KEY: () => <Step hint={hint}>{newAttempt('primary')}</Step>,
    WAIT: () => (
      <Step hint={waiting}>
        {lookAgain}
        {running && <span className="pulse" aria-hidden="true" />}
      </Step>
    ),
    FIX_INPUT: () =>
      orderId === null ? (
        <Step hint={hint}>
          <button type="button" className="primary" onClick={correct}>
            {buttons.correct}
          </button>
        </Step>
      ) : (
        <Step hint={null}>
          <a className="button primary" href={addressOf({ kind: 'order', id: orderId })}>
            {targetTexts.openOrder}
          </a>
        </Step>
      ),
    FIX_CREDENTIALS: () => <Step hint={hint}>{newAttempt('')}</Step>,
    REFUND: () => (
      <Step hint={hint}>
        <CopyButton label={buttons.copyForRefund} text={target.id} />
      </Step>
    ),
    CANCEL_MANUALLY: () => (
      <Step hint={hint}>
        <CopyButton label={buttons.copyForConsole} text={target.id} />
      </Step>
    ),
    CONTACT_SUPPORT: () => (
      <Step hint={hint}>
        <CopyButton label={buttons.copyForSupport} text={supportText(target, known)} />
        {newAttempt('')}
        {!over && (
          <button type="button" onClick={leaveIt}>
            {buttons.leave}
          </button>
        )}
      </Step>
    ),
  });
}

function Step({ hint, children }: { readonly hint: string | null; readonly children: ReactNode }) {
  return (
    <>
      {hint !== null && <p className="next">{hint}</p>}
      <div className="actions">{children}</div>
    </>
  );
}

/** The order in whose place a payment was to be cancelled. */
function orderToCancel({ errorCode, error }: CancelProgress, reading: Reading): string | null {
  if (errorCode !== 'CANCEL_THE_ORDER') return null;
  const named = error !== null && 'orderId' in error ? error.orderId : null;
  return named ?? (reading.state === 'read' ? reading.seen.orderId : null);
}
