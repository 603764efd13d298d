import { type ManifestsRead, readManifests } from '../documents/read-manifests.ts';
import { type TrustMode, trustModes } from '../documents/trusted-documents.ts';
import { ConfigError } from './config-error.ts';
import type { Environment } from './environment.ts';

/** Which documents may be asked. */
export interface TrustedDocumentSettings {
  readonly mode: TrustMode;
  readonly manifests: ManifestsRead;
  /** The manifests as they are now. Throws one `ConfigError` with every mistake. */
  reread(): ManifestsRead;
}

const noManifests: ManifestsRead = { texts: new Map(), manifests: 0, mistakes: [] };
const none = { manifests: noManifests, reread: () => noManifests };

export function readTrustedDocuments(environment: Environment): TrustedDocumentSettings {
  const mode = environment.choice('TRUSTED_DOCUMENTS', trustModes, 'off');
  const directory = environment.get('TRUSTED_DOCUMENTS_DIR');
  if (mode === 'off') {
    if (directory !== undefined && !environment.has('TRUSTED_DOCUMENTS')) {
      environment.mistakes.push(
        'TRUSTED_DOCUMENTS_DIR is set and TRUSTED_DOCUMENTS is not: set it to off, log or enforce.',
      );
    }
    return { mode, ...none };
  }
  if (directory === undefined) {
    environment.mistakes.push(
      `TRUSTED_DOCUMENTS_DIR is missing: TRUSTED_DOCUMENTS=${mode} needs the manifests of the apps.`,
    );
    return { mode, ...none };
  }
  const manifests = readManifests(directory);
  environment.mistakes.push(...manifests.mistakes.map(inDirectory));
  const reread = () => {
    const again = readManifests(directory);
    if (again.mistakes.length > 0) throw new ConfigError(again.mistakes.map(inDirectory));
    return again;
  };
  return { mode, manifests, reread };
}

/** A mistake is about the directory, or about a file in it. */
function inDirectory(mistake: string): string {
  return `TRUSTED_DOCUMENTS_DIR${mistake.startsWith('names ') ? '' : ','} ${mistake}`;
}
