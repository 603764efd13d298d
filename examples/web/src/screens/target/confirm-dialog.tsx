import type { CancelReason } from '@cancellation-gateway/client';
import { type RefObject, useState } from 'react';
import type { Target } from '../../gateway/target.ts';
import { Sum } from '../../parts/sum.tsx';
import { useTexts } from '../../texts/languages.tsx';
import { nameOf } from '../../texts/name-of.ts';
import { effectToTell } from './eligibility.tsx';
import type { Reading } from './use-target.ts';

interface Props {
  /** By which it is opened, at once: the browser tells of its closing later, when it may be open again. */
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly target: Target;
  readonly reading: Reading;
  confirm(reason: CancelReason | null): void;
}

/** The browser's own dialog: it keeps the focus inside, ends at Escape and gives the focus back. */
export function ConfirmDialog({ ref, target, reading, confirm }: Props) {
  const { cancel: texts, target: targetTexts, kinds } = useTexts();
  const [reason, setReason] = useState<CancelReason | ''>('');
  const seen = reading.state === 'read' ? reading.seen : null;
  const effect = seen === null ? null : effectToTell(seen.cancelEligibility);
  return (
    <dialog ref={ref} aria-labelledby="confirm-title" aria-describedby="confirm-effect">
      <h2 id="confirm-title">{texts.question[target.kind]}</h2>
      <p className="confirm-target">
        {kinds[target.kind]} <code>{target.id}</code>
        {seen?.total && (
          <>
            {' · '}
            <Sum of={seen.total} />
          </>
        )}
      </p>
      <p id="confirm-effect">{nameOf(targetTexts.effects, effect ?? 'UNKNOWN')}</p>
      <label className="field">
        <span>{texts.reason}</span>
        <select value={reason} onChange={({ target }) => setReason(target.value as CancelReason | '')}>
          <option value="">{texts.noReason}</option>
          {Object.entries(texts.reasons).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <div className="actions">
        <button type="button" className="danger" onClick={() => confirm(reason || null)}>
          {texts.confirm}
        </button>
        <button type="button" onClick={() => ref.current?.close()}>
          {texts.keep}
        </button>
      </div>
    </dialog>
  );
}
