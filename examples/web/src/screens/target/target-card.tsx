import type { Target } from '../../gateway/target.ts';
import { methodNames } from '../../method-names.ts';
import { OutcomeBadge } from '../../parts/outcome-badge.tsx';
import { Sum } from '../../parts/sum.tsx';
import { ToldTime } from '../../parts/told-time.tsx';
import { providerNames } from '../../provider-names.ts';
import { addressOf } from '../../route.ts';
import { useTexts, useTold } from '../../texts/languages.tsx';
import { nameOf } from '../../texts/name-of.ts';
import { Eligibility, isCertainOfMoney } from './eligibility.tsx';
import type { Reading, Seen } from './use-target.ts';

interface Props {
  readonly target: Target;
  readonly reading: Reading;
  again(): void;
  /** Null once there is a cancel. */
  readonly cancel: (() => void) | null;
}

export function TargetCard({ target, reading, again, cancel }: Props) {
  const { target: texts, cancel: cancelTexts } = useTexts();
  const tell = useTold();
  switch (reading.state) {
    case 'reading':
      return (
        <section className="card quiet" aria-busy="true">
          <p role="status">{texts.loading}</p>
        </section>
      );
    case 'unread':
      return (
        <section className="card">
          <p role="alert">{texts.unread}</p>
          <div className="actions">
            <button type="button" onClick={again}>
              {texts.again}
            </button>
          </div>
        </section>
      );
    case 'refused': {
      // What became of the cancel is told above, and says more than why nothing could be read.
      if (cancel === null) return null;
      const unreadable = reading.code === 'OPERATION_NOT_SUPPORTED';
      return (
        <section className="card">
          <p role="status">
            {unreadable ? texts.unreadable : reading.told === null ? texts.unread : tell(reading.told)}
          </p>
          <div className="actions">
            <button type="button" className={unreadable ? 'danger' : ''} onClick={cancel}>
              {unreadable ? `${cancelTexts.start[target.kind]} …` : `${cancelTexts.startAnyway} …`}
            </button>
            {!unreadable && (
              <button type="button" onClick={again}>
                {texts.again}
              </button>
            )}
          </div>
        </section>
      );
    }
    case 'read':
      return (
        <section className="card">
          <Facts seen={reading.seen} />
          {cancel === null ? (
            <Money seen={reading.seen} />
          ) : (
            <Eligibility seen={reading.seen} kind={target.kind} cancel={cancel} />
          )}
          <Earlier seen={reading.seen} />
        </section>
      );
  }
}

function Facts({ seen }: { readonly seen: Seen }) {
  const { target: texts } = useTexts();
  const { total, status, description, provider, method, createdAt, orderId } = seen;
  return (
    <>
      <div className="amount">
        {total === null ? <span /> : <Sum of={total} />}
        <span className="badge status">{nameOf(texts.statuses, status)}</span>
      </div>
      {description !== null && <p className="description">{description}</p>}
      <dl className="facts">
        <dt>{texts.provider}</dt>
        <dd>{nameOf(providerNames, provider)}</dd>
        {method !== null && (
          <>
            <dt>{texts.method}</dt>
            <dd>{nameOf(methodNames, method)}</dd>
          </>
        )}
        {createdAt !== null && (
          <>
            <dt>{texts.created}</dt>
            <dd>
              <ToldTime at={createdAt} />
            </dd>
          </>
        )}
        {orderId !== null && (
          <>
            <dt>{texts.belongsTo}</dt>
            <dd>
              <a href={addressOf({ kind: 'order', id: orderId })}>
                <code>{orderId}</code>
              </a>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

/** Where the money is, beside what became of the cancel. */
function Money({ seen }: { readonly seen: Seen }) {
  const { effects } = useTexts().target;
  const { effect } = seen.cancelEligibility;
  return isCertainOfMoney(effect) && <p className="money">{effects[effect]}</p>;
}

function Earlier({ seen: { cancellations } }: { readonly seen: Seen }) {
  const { target: texts } = useTexts();
  if (cancellations.length === 0) return null;
  return (
    <section className="earlier">
      <h3>{texts.earlier}</h3>
      <ul className="rows">
        {cancellations.map(({ id, outcome, requestedAt }) => (
          <li key={id}>
            <ToldTime at={requestedAt} />
            <OutcomeBadge outcome={outcome} />
          </li>
        ))}
      </ul>
    </section>
  );
}
