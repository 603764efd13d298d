import type { CancelProgress } from '@cancellation-gateway/client';
import type { Texts } from '../../texts/texts.ts';

type Told = Pick<CancelProgress, 'outcome' | 'problem' | 'requestId' | 'cancellation'>;

/** The problem is of the latest request: whatever was answered before it still holds. */
export function titleOf(known: Told, texts: Texts['outcome']): string {
  const { problem, requestId, cancellation, outcome } = known;
  if (problem === null || requestId !== null || cancellation !== null) return texts.titles[outcome];
  // Nobody has refused what the headers of the page kept from being sent.
  if (outcome === 'NOT_CANCELLED' && problem.code === 'HEADERS_FAILED') return texts.titles[outcome];
  return outcome === 'NOT_CANCELLED' ? texts.refused : texts.lost;
}
