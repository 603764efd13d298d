import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';

interface Manifest {
  readonly operations: { id: string; name: string }[];
}

/** Stands before the HttpLink. By POST, as the link has it unless told: in production a GET is answered with 405. */
export function persistedBy(manifest: Manifest): PersistedQueryLink {
  return new PersistedQueryLink(generatePersistedQueryIdsFromManifest({ loadManifest: () => manifest }));
}
