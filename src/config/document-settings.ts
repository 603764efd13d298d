import { type ManifestsRead, readManifests } from '../documents/read-manifests.ts';
import { type TrustMode, trustModes } from '../documents/trusted-documents.ts';
import type { Environment } from './environment.ts';

/** Which documents may be asked. */
export interface TrustedDocumentSettings {
  readonly mode: TrustMode;
  readonly manifests: ManifestsRead;
}

const none: ManifestsRead = { texts: new Map(), manifests: 0, mistakes: [] };

export function readTrustedDocuments(environment: Environment): TrustedDocumentSettings {
  const mode = environment.choice('TRUSTED_DOCUMENTS', trustModes, 'off');
  const directory = environment.get('TRUSTED_DOCUMENTS_DIR');
  if (mode === 'off') {
    if (directory !== undefined && !environment.has('TRUSTED_DOCUMENTS')) {
      environment.mistakes.push(
        'TRUSTED_DOCUMENTS_DIR is set and TRUSTED_DOCUMENTS is not: set it to off, log or enforce.',
      );
    }
    return { mode, manifests: none };
  }
  if (directory === undefined) {
    environment.mistakes.push(
      `TRUSTED_DOCUMENTS_DIR is missing: TRUSTED_DOCUMENTS=${mode} needs the manifests of the apps.`,
    );
    return { mode, manifests: none };
  }
  const manifests = readManifests(directory);
  environment.mistakes.push(...manifests.mistakes.map((mistake) => `TRUSTED_DOCUMENTS_DIR${separated(mistake)}`));
  return { mode, manifests };
}

/** A mistake is about the directory, or about a file in it. */
function separated(mistake: string): string {
  return mistake.startsWith('names ') ? ` ${mistake}` : `, ${mistake}`;
}
