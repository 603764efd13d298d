import { useEffect, useRef } from 'react';
import type { Cancelling } from '../../gateway/cancelling.ts';
import type { Target } from '../../gateway/target.ts';
import { useOnline } from '../../gateway/use-online.ts';
import { Icon } from '../../parts/icon.tsx';
import { OutcomeIcon } from '../../parts/outcome-badge.tsx';
import { useTexts } from '../../texts/languages.tsx';
import type { Texts } from '../../texts/texts.ts';
import { NextStep } from './next-step.tsx';
import { SupportDetails } from './support-details.tsx';
import { titleOf } from './title-of.ts';
import { useOutcomeTold, useRecord } from './use-outcome-told.ts';
import type { Reading } from './use-target.ts';

interface Props {
  readonly target: Target;
  readonly reading: Reading;
  readonly cancelling: Cancelling;
  correct(): void;
  giveUp(): void;
}

/** What is certain of a cancel by now, and what to do next. */
export function OutcomePanel({ target, reading, cancelling, correct, giveUp }: Props) {
  const { cancel, outcome: texts } = useTexts();
  const { known, late, waitsFor, over } = cancelling;
  const unknown = wordsOfUnknown(cancelling, cancel);
  const online = useOnline();
  const record = useRecord(known);
  const told = useOutcomeTold(known, record);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  // One element through all of it, so that whoever listens or has the focus here keeps it.
  return (
    <section className={`card outcome tone-${known?.outcome ?? 'working'}`}>
      <Disc cancelling={cancelling} />
      <div>
        <div aria-live="polite">
          <h2 ref={heading} tabIndex={-1}>
            {known === null ? unknown.title : titleOf(known, texts)}
          </h2>
          <p className="message">{known === null ? unknown.hint : told}</p>
          {!online && !late && !over && waitsFor === null && <p className="next">{texts.offlineHint}</p>}
        </div>
        {waitsFor !== null && <Waiting cancelling={cancelling} giveUp={giveUp} />}
        {known !== null && (
          <>
            <NextStep {...{ target, reading, cancelling, online, known, correct, giveUp }} />
            <SupportDetails known={known} record={record} />
          </>
        )}
      </div>
    </section>
  );
}

function Disc({ cancelling: { known, waitsFor } }: Pick<Props, 'cancelling'>) {
  if (known !== null) return <OutcomeIcon outcome={known.outcome} />;
  if (waitsFor === null) return <span className="disc spinning" />;
  return (
    <span className="disc">
      <Icon name={waitsFor === 'network' ? 'pending' : 'unknown'} />
    </span>
  );
}

/** While there is no answer: what is done meanwhile, or what is wanted first. */
function wordsOfUnknown({ late, sent, waitsFor }: Cancelling, texts: Texts['cancel']) {
  if (waitsFor === 'network') return { title: texts.unsent, hint: texts.unsentHint };
  if (waitsFor === 'person') return { title: texts.still, hint: texts.stillHint };
  if (late) return { title: texts.looking, hint: texts.lateHint };
  return { title: texts.working, hint: sent ? texts.workingHint : null };
}

function Waiting({ cancelling, giveUp }: Pick<Props, 'cancelling' | 'giveUp'>) {
  const { cancel, outcome } = useTexts();
  const asked = cancelling.waitsFor === 'person';
  return (
    <div className="actions">
      <button type="button" className={asked ? 'danger' : ''} onClick={cancelling.sendAgain}>
        {asked ? cancel.confirm : outcome.buttons.retry}
      </button>
      <button type="button" onClick={giveUp}>
        {cancel.giveUp}
      </button>
    </div>
  );
}
