import { useQuery } from '@apollo/client/react';
import type { CancelProgress } from '@cancellation-gateway/client';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useErrorTold } from '../../gateway/use-catalogue.ts';
import { CancellationDetailsDocument, type CancellationDetailsQuery } from '../../generated/documents.ts';
import { useLanguage, useTexts, useTold } from '../../texts/languages.tsx';

export type CancelRecord = CancellationDetailsQuery['cancellation'];

/** The record of a cancel with all that was asked of the provider, read again when more is known; null where there is none. */
export function useRecord(known: CancelProgress | null): CancelRecord {
  const id = known?.cancellation?.id ?? '';
  const { data, refetch } = useQuery(CancellationDetailsDocument, { variables: { id }, skip: id === '' });
  const record = data?.cancellation ?? null;
  const readAgain = useEffectEvent(() => {
    // Without an answer the older record stays, which is not told as the outcome.
    if (record !== null && !isOf(record, known)) refetch().catch(() => undefined);
  });
  const { outcome, nextAction } = known ?? {};
  useEffect(() => readAgain(), [record?.id, outcome, nextAction]);
  return record;
}

function isOf(record: CancelRecord, known: CancelProgress | null): boolean {
  return record !== null && record.outcome === known?.outcome && record.nextAction === known.nextAction;
}

/**
 * What the answer tells, in the language of the page. It came in the language of its time: in another one the record tells the
 * same and, where nothing was written down, the catalogue. Where neither is, the page tells what is certain in words of its own.
 */
export function useOutcomeTold(known: CancelProgress | null, record: CancelRecord): string {
  const { language } = useLanguage();
  const tell = useTold();
  const { titles } = useTexts().outcome;
  const entry = useErrorTold(known?.errorCode ?? null);
  const came = useRef({ known, language });
  if (came.current.known !== known) came.current = { known, language };
  if (known === null) return '';
  if (came.current.language === language) return known.userMessage;
  const other = isOf(record, known) ? record : entry;
  return other === null ? titles[known.outcome] : tell(other);
}
