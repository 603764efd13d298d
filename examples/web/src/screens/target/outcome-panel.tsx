import type { CancelProgress } from '@cancellation-gateway/client';
import { useEffect, useRef } from 'react';
import type { Target } from '../../gateway/target.ts';
import type { Cancelling } from '../../gateway/use-cancelling.ts';
import { useOnline } from '../../gateway/use-online.ts';
import { OutcomeIcon } from '../../parts/outcome-badge.tsx';
import { useTexts } from '../../texts/languages.tsx';
import type { Texts } from '../../texts/texts.ts';
import { NextStep } from './next-step.tsx';
import { SupportDetails } from './support-details.tsx';
import { useOutcomeTold, useRecord } from './use-outcome-told.ts';
import type { Reading } from './use-target.ts';

interface Props {
  readonly target: Target;
  readonly reading: Reading;
  readonly cancelling: Cancelling;
  correct(): void;
}

/** What is certain of a cancel by now, and what to do next. */
export function OutcomePanel({ target, reading, cancelling, correct }: Props) {
  const { cancel, outcome: texts } = useTexts();
  const { known } = cancelling;
  const online = useOnline();
  const record = useRecord(known);
  const told = useOutcomeTold(known, record);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  // One element through all of it, so that whoever listens or has the focus here keeps it.
  return (
    <section className={`card outcome tone-${known?.outcome ?? 'working'}`}>
      {known === null ? <span className="disc spinning" /> : <OutcomeIcon outcome={known.outcome} />}
      <div>
        <div aria-live="polite">
          <h2 ref={heading} tabIndex={-1}>
            {known === null ? cancel.working : titleOf(known, texts)}
          </h2>
          <p className="message">{known === null ? cancel.workingHint : told}</p>
          {!online && <p className="next">{texts.offlineHint}</p>}
        </div>
        {known !== null && (
          <>
            <NextStep {...{ target, reading, cancelling, online, known, correct }} />
            <SupportDetails known={known} record={record} />
          </>
        )}
      </div>
    </section>
  );
}

/** The problem is of the latest request: whatever was answered before it still holds. */
function titleOf(known: CancelProgress, texts: Texts['outcome']): string {
  const { problem, requestId, cancellation, outcome } = known;
  if (problem === null || requestId !== null || cancellation !== null) return texts.titles[outcome];
  return outcome === 'NOT_CANCELLED' ? texts.refused : texts.lost;
}
