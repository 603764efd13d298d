import type { CancellationOutcome } from '../generated/documents.ts';
import { useTexts } from '../texts/languages.tsx';
import { nameOf } from '../texts/name-of.ts';
import { Icon } from './icon.tsx';

const icons = { CANCELLED: 'done', PENDING: 'pending', NOT_CANCELLED: 'refused', UNKNOWN: 'unknown' } as const;

export function OutcomeIcon({ outcome }: { readonly outcome: CancellationOutcome }) {
  return (
    <span className={`disc tone-${outcome}`}>
      <Icon name={icons[outcome]} />
    </span>
  );
}

export function OutcomeBadge({ outcome }: { readonly outcome: CancellationOutcome }) {
  const { titles } = useTexts().outcome;
  return <span className={`badge tone-${outcome}`}>{nameOf(titles, outcome)}</span>;
}
