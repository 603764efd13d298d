import type { CancelReason } from '@cancellation-gateway/client';
import { useEffect, useRef, useState } from 'react';
import type { Target } from '../../gateway/target.ts';
import { Sum } from '../../parts/sum.tsx';
import { useTexts } from '../../texts/languages.tsx';
import { nameOf } from '../../texts/name-of.ts';
import type { Reading } from './use-target.ts';

interface Props {
  readonly target: Target;
  readonly reading: Reading;
  confirm(reason: CancelReason | null): void;
  keep(): void;
}

/** The browser's own dialog: it keeps the focus inside, ends at Escape and gives the focus back. */
export function ConfirmDialog({ target, reading, confirm, keep }: Props) {
  const { cancel: texts, target: targetTexts, kinds } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState<CancelReason | ''>('');
  useEffect(() => dialog.current?.showModal(), []);
  const seen = reading.state === 'read' ? reading.seen : null;
  return (
    <dialog ref={dialog} onClose={keep} aria-labelledby="confirm-title" aria-describedby="confirm-effect">
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
      <p id="confirm-effect">{nameOf(targetTexts.effects, seen?.cancelEligibility.effect ?? 'UNKNOWN')}</p>
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
        <button type="button" onClick={() => dialog.current?.close()}>
          {texts.keep}
        </button>
      </div>
    </dialog>
  );
}
