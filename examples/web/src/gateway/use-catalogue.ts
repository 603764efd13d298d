import { useQuery } from '@apollo/client/react';
import { CatalogueDocument, type CatalogueQuery } from '../generated/documents.ts';

export type CatalogueEntry = CatalogueQuery['errorCatalog'][number];

/** Every error there is, once asked; empty until the answer came. */
export function useCatalogue(): readonly CatalogueEntry[] {
  const { data } = useQuery(CatalogueDocument);
  return data?.errorCatalog ?? [];
}

/** What an error says of itself; null while that is not known. */
export function useErrorTold(code: string | null): CatalogueEntry | null {
  return useCatalogue().find((entry) => entry.code === code) ?? null;
}
