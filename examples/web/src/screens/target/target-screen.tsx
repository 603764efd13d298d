import type { CancelReason } from '@cancellation-gateway/client';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Target } from '../../gateway/target.ts';
import { useCancelling } from '../../gateway/use-cancelling.ts';
import { takeRun } from '../../route.ts';
import { useTexts } from '../../texts/languages.tsx';
import { FindForm } from '../find/find.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { TargetCard } from './target-card.tsx';
import { useTarget } from './use-target.ts';

/** One payment or order: what it is, whether it can be cancelled, and what became of the cancel. */
export function TargetScreen({ target, run }: { readonly target: Target; readonly run: string | null }) {
  const { kinds } = useTexts();
  const { reading, again } = useTarget(target);
  const cancelling = useCancelling(target);
  const [asking, setAsking] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const begun = cancelling.running || cancelling.known !== null;

  const arrive = useEffectEvent(() => {
    if (takeRun(run)) cancelling.start(null);
    else heading.current?.focus();
  });
  useEffect(() => arrive(), []);

  const outcome = cancelling.known?.outcome;
  const readAgain = useEffectEvent(again);
  // The provider has changed what was read before.
  useEffect(() => {
    if (outcome !== undefined) readAgain();
  }, [outcome]);

  const confirm = (reason: CancelReason | null) => {
    setAsking(false);
    cancelling.start(reason);
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="target-name">
        {kinds[target.kind]} <code>{target.id}</code>
      </h1>
      {begun && (
        <OutcomePanel target={target} reading={reading} cancelling={cancelling} correct={() => setCorrecting(true)} />
      )}
      {correcting && <FindForm initial={target} focused />}
      <TargetCard target={target} reading={reading} again={again} cancel={begun ? null : () => setAsking(true)} />
      {asking && <ConfirmDialog target={target} reading={reading} confirm={confirm} keep={() => setAsking(false)} />}
    </>
  );
}
