import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { type CancellationFilter, WorkListDocument, type WorkListQuery } from '../../generated/documents.ts';
import { OutcomeBadge } from '../../parts/outcome-badge.tsx';
import { ToldTime } from '../../parts/told-time.tsx';
import { providerNames } from '../../provider-names.ts';
import { addressOf } from '../../route.ts';
import { useTexts, useTold } from '../../texts/languages.tsx';
import { nameOf } from '../../texts/name-of.ts';
import type { WorkFilter } from '../../texts/texts.ts';

const filters: Readonly<Record<WorkFilter, CancellationFilter>> = {
  person: { nextAction: ['FIX_CREDENTIALS', 'CANCEL_MANUALLY', 'CONTACT_SUPPORT'] },
  open: { settled: false },
  all: {},
};
/** Asking costs no provider anything. */
const pollMs = 10_000;

type Row = WorkListQuery['cancellations']['edges'][number];

export function WorkList() {
  const { work: texts, target } = useTexts();
  const [shown, setShown] = useState<WorkFilter>('person');
  const [more, setMore] = useState<'none' | 'shown' | 'failed'>('none');
  const { data, error, fetchMore, refetch } = useQuery(WorkListDocument, {
    variables: { filter: filters[shown] },
    fetchPolicy: 'cache-and-network',
    // What is asked again is the first page, and it would take the place of all the others.
    pollInterval: more === 'none' ? pollMs : 0,
  });
  const { edges, pageInfo } = data?.cancellations ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
  const show = (filter: WorkFilter) => {
    setShown(filter);
    setMore('none');
  };
  const again = () => {
    setMore('none');
    refetch().catch(() => undefined);
  };
  const showMore = () => {
    setMore('shown');
    fetchMore({ variables: { after: pageInfo.endCursor } }).catch(() => setMore('failed'));
  };
  const unread = error !== undefined || more === 'failed';
  return (
    <>
      <h1>{texts.heading}</h1>
      <p className="lead">{texts.intro}</p>
      <fieldset className="choices filters">
        <legend className="visually-hidden">{texts.filter}</legend>
        {(Object.keys(filters) as WorkFilter[]).map((one) => (
          <label key={one}>
            <input type="radio" name="filter" checked={shown === one} onChange={() => show(one)} />
            <span>{texts.filters[one]}</span>
          </label>
        ))}
      </fieldset>
      {edges.length > 0 && (
        <ul className="work">
          {edges.map((row) => (
            <WorkRow key={row.cursor} row={row} />
          ))}
        </ul>
      )}
      <div className="told" role="status">
        {data !== undefined && edges.length === 0 && !unread && <p className="card quiet">{texts.empty[shown]}</p>}
      </div>
      {unread && (
        <p className="card" role="alert">
          {edges.length > 0 ? texts.stale : target.unread}
        </p>
      )}
      <div className="actions more">
        {pageInfo.hasNextPage && (
          <button type="button" onClick={showMore}>
            {texts.more}
          </button>
        )}
        {(unread || more !== 'none') && (
          <button type="button" onClick={again}>
            {target.again}
          </button>
        )}
      </div>
    </>
  );
}

function WorkRow({ row: { node } }: { readonly row: Row }) {
  const { work: texts, cancel, kinds } = useTexts();
  const tell = useTold();
  if (node === null) return <li className="card">{texts.unreadable}</li>;
  const { paymentId, orderId, outcome, nextAction, requestedAt, requestedBy, provider, reason, note } = node;
  const kind = orderId === null ? 'payment' : 'order';
  const id = paymentId ?? orderId ?? '';
  return (
    <li className="card work-row">
      <div className="work-head">
        <a href={addressOf({ kind, id })}>
          {kinds[kind]} <code>{id}</code>
        </a>
        <OutcomeBadge outcome={outcome} />
      </div>
      <p>{tell(node)}</p>
      {note !== null && <p className="note">{note}</p>}
      <p className="work-foot">
        <strong>{nameOf(texts.actions, nextAction)}</strong>
        <span>{nameOf(providerNames, provider)}</span>
        <ToldTime at={requestedAt} />
        <span>{texts.by(requestedBy)}</span>
        {reason !== null && <span>{nameOf(cancel.reasons, reason)}</span>}
      </p>
    </li>
  );
}
