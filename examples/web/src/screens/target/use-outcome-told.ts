import { useQuery } from '@apollo/client/react';
import type { CancelProgress } from '@cancellation-gateway/client';
import { useRef } from 'react';
import { useErrorTold } from '../../gateway/use-catalogue.ts';
import { CancellationDetailsDocument, type CancellationDetailsQuery } from '../../generated/documents.ts';
import { useLanguage, useTold } from '../../texts/languages.tsx';

/** The record of a cancel with all that was asked of the provider; null where there is none. */
export function useRecord(known: CancelProgress | null): CancellationDetailsQuery['cancellation'] {
  const id = known?.cancellation?.id ?? '';
  const { data } = useQuery(CancellationDetailsDocument, { variables: { id }, skip: id === '' });
  return data?.cancellation ?? null;
}

/**
 * What the answer tells, in the language of the page. It came in the language of its time: in another one the record tells the
 * same and, where nothing was written down, the catalogue.
 */
export function useOutcomeTold(known: CancelProgress | null): string {
  const { language } = useLanguage();
  const tell = useTold();
  const record = useRecord(known);
  const entry = useErrorTold(known?.errorCode ?? null);
  const came = useRef({ known, language });
  if (came.current.known !== known) came.current = { known, language };
  if (came.current.language === language) return known?.userMessage ?? '';
  const other = record ?? entry;
  return other === null ? (known?.userMessage ?? '') : tell(other);
}
