import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { intentionFor } from '../../gateway/intentions.ts';
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
  const [correcting, setCorrecting] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const question = useRef<HTMLDialogElement>(null);
  const begun = cancelling.looking || cancelling.known !== null || cancelling.waitsFor !== null;

  const arrive = useEffectEvent(() => {
    // What was begun before goes on by itself, under its own key.
    if (takeRun(run) && intentionFor(target) === null) cancelling.start(null);
    else heading.current?.focus();
  });
  useEffect(() => arrive(), []);

  const outcome = cancelling.known?.outcome;
  const readAgain = useEffectEvent(again);
  // The provider has changed what was read before.
  useEffect(() => {
    if (outcome !== undefined) readAgain();
  }, [outcome]);

  const ask = () => question.current?.showModal();
  const correct = () => setCorrecting(true);
  const giveUp = () => {
    heading.current?.focus();
    cancelling.giveUp();
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="target-name">
        {kinds[target.kind]} <code>{target.id}</code>
      </h1>
      {begun && <OutcomePanel {...{ target, reading, cancelling, correct, giveUp }} />}
      {correcting && <FindForm initial={target} focused />}
      <TargetCard target={target} reading={reading} again={again} cancel={begun ? null : ask} />
      {!begun && <ConfirmDialog ref={question} target={target} reading={reading} confirm={cancelling.start} />}
    </>
  );
}
