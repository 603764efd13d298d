import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BodyRead, parseManifest } from './manifest.ts';

/** The documents of all manifests in a directory, by their ids, and every mistake in them. */
export interface ManifestsRead {
  readonly texts: ReadonlyMap<string, string>;
  readonly manifests: number;
  readonly mistakes: readonly string[];
}

const longestFile = 8 * 1024 * 1024;
/** Beyond it somebody has pointed at the wrong directory. */
const mostDocuments = 20_000;

/**
 * Reads every `*.json` of a directory, each a manifest of some version of some app; one document may be in many. Other files,
 * those whose names begin with a dot, and folders are left alone. A mistake is a sentence with the name of its file.
 */
export function readManifests(directory: string): ManifestsRead {
  const texts = new Map<string, string>();
  const mistakes: string[] = [];
  const names = manifestsIn(directory);
  if (names === null) return { texts, manifests: 0, mistakes: ['names a directory that cannot be read.'] };
  const bodies = new Map<string, BodyRead>();
  for (const name of names) {
    const text = textOf(join(directory, name));
    const { documents, mistakes: found } = text === null ? unreadable : parseManifest(text, bodies);
    for (const document of documents) texts.set(document.id, document.text);
    mistakes.push(...found.map((mistake) => `${shownFile(name)}: ${mistake}`));
    if (texts.size > mostDocuments) break;
  }
  if (names.length === 0) mistakes.push('names a directory without a manifest (*.json).');
  if (texts.size > mostDocuments) mistakes.push(`names a directory with more than ${mostDocuments} documents.`);
  return { texts, manifests: names.length, mistakes };
}

const unreadable = { documents: [], mistakes: ['cannot be read, or has more than 8 MiB.'] };

function manifestsIn(directory: string): string[] | null {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
      .sort();
  } catch {
    return null;
  }
}

function textOf(path: string): string | null {
  try {
    return statSync(path).size > longestFile ? null : readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function shownFile(name: string): string {
  return name.slice(0, 64).replace(/[^\w.-]/g, '?');
}
