import { useErrorTold } from '../../gateway/use-catalogue.ts';
import type { CancelEffect, EligibilityFragment } from '../../generated/documents.ts';
import { Icon } from '../../parts/icon.tsx';
import { addressOf } from '../../route.ts';
import { useTexts, useTold } from '../../texts/languages.tsx';
import { nameOf } from '../../texts/name-of.ts';
import type { TargetKind } from '../../texts/texts.ts';
import type { Seen } from './use-target.ts';

interface Props {
  readonly seen: Seen;
  readonly kind: TargetKind;
  cancel(): void;
}

/** Whether it can be cancelled, and what that does to the money. The provider has the last word, so that one may always try. */
export function Eligibility({ seen, kind, cancel }: Props) {
  const { target: texts, cancel: cancelTexts } = useTexts();
  const tell = useTold();
  const { allowed, reason } = seen.cancelEligibility;
  const effect = effectToTell(seen.cancelEligibility);
  const why = useErrorTold(reason);
  const orderId = reason === 'CANCEL_THE_ORDER' ? seen.orderId : null;
  return (
    <section className={`eligibility ${allowed ? 'allowed' : 'refused'}`}>
      <h2>
        <Icon name={allowed ? 'done' : 'refused'} />
        {allowed ? texts.allowed : texts.refused}
      </h2>
      {effect !== null && <p>{nameOf(texts.effects, effect)}</p>}
      {!allowed && why !== null && <p className="why">{tell(why)}</p>}
      <div className="actions">
        {orderId !== null && (
          <a className="button primary" href={addressOf({ kind: 'order', id: orderId })}>
            {texts.openOrder}
          </a>
        )}
        <button type="button" className={allowed ? 'danger' : ''} onClick={cancel}>
          {allowed ? `${cancelTexts.start[kind]} …` : `${cancelTexts.startAnyway} …`}
        </button>
      </div>
    </section>
  );
}

/** What can be said of the money: nothing of what a cancel would make of it, where there can be none. */
export function effectToTell({ allowed, effect }: EligibilityFragment): CancelEffect | null {
  return allowed || isCertainOfMoney(effect) ? effect : null;
}

/** Whether it tells where the money is, and not what a cancel would make of it. */
export function isCertainOfMoney(effect: CancelEffect): boolean {
  return effect === 'NEEDS_REFUND' || effect === 'NO_EFFECT';
}
