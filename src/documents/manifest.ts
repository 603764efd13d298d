import { hash } from 'node:crypto';
import { type DocumentNode, Kind, parse } from 'graphql';

/** A document under the SHA-256 of its text, in hexadecimal digits. */
interface ManifestDocument {
  readonly id: string;
  readonly text: string;
}

export interface Manifest {
  readonly documents: readonly ManifestDocument[];
  /** What is wrong with it, each as the end of a sentence that begins with the name of its file. */
  readonly mistakes: readonly string[];
}

/** As many tokens as a request may have: what is longer nobody could run. */
const mostTokens = 1_000;

export function sha256Of(text: string): string {
  return hash('sha256', text, 'hex');
}

/** What was found out about a body: the name of its one operation and its own digest, or what is wrong with it. */
export type BodyRead = { readonly id: string; readonly operation: string } | { readonly mistake: string };

/**
 * Reads the text of a manifest: Apollo's `apollo-persisted-query-manifest`, which Apollo Client, Apollo Kotlin and Apollo iOS
 * make, or the older `{ "<id>": { "name", "source" } }` of the latter two. What has been read of a body is kept in `bodies`: most
 * of those of one version of an app are those of the version before.
 */
export function parseManifest(text: string, bodies = new Map<string, BodyRead>()): Manifest {
  const entries = entriesOf(text);
  if (typeof entries === 'string') return { documents: [], mistakes: [entries] };
  const documents: ManifestDocument[] = [];
  const mistakes: string[] = [];
  for (const [n, entry] of entries.entries()) {
    const read = bodies.get(entry.body) ?? readBody(entry.body);
    bodies.set(entry.body, read);
    const mistake = mistakeIn(entry, read);
    if (mistake === null) documents.push({ id: entry.id.toLowerCase(), text: entry.body });
    else mistakes.push(`operation ${n + 1}${shownName(entry.name)}: ${mistake}`);
  }
  return { documents, mistakes };
}

interface Entry {
  readonly id: string;
  readonly body: string;
  readonly name: string;
}

/** What the file lists, or why it is no manifest. */
function entriesOf(text: string): readonly Entry[] | string {
  const json = jsonOf(text);
  if (!isObject(json)) return 'is not a JSON object.';
  if (!('format' in json)) return olderEntriesOf(json);
  if (json['format'] !== 'apollo-persisted-query-manifest')
    return 'has another format than apollo-persisted-query-manifest.';
  if (json['version'] !== 1) return 'has another version than 1.';
  const { operations } = json;
  if (!Array.isArray(operations)) return 'has no list of operations.';
  return operations.map((operation: unknown) => {
    const { id, body, name } = isObject(operation) ? operation : {};
    return { id: textOr(id), body: textOr(body), name: textOr(name) };
  });
}

function olderEntriesOf(json: Record<string, unknown>): readonly Entry[] | string {
  const entries = Object.entries(json).map(([id, operation]) => {
    const { name, source } = isObject(operation) ? operation : {};
    return { id, body: textOr(source), name: textOr(name) };
  });
  return entries.length > 0 ? entries : 'has neither a format nor an operation.';
}

function mistakeIn({ id, name }: Entry, read: BodyRead): string | null {
  if ('mistake' in read) return read.mistake;
  if (id.toLowerCase() !== read.id) return 'its id is not the SHA-256 of its body, in hexadecimal digits.';
  if (name !== '' && read.operation !== name) return 'its body holds an operation of another name.';
  return null;
}

function readBody(body: string): BodyRead {
  if (body === '') return { mistake: 'its body is missing.' };
  const document = documentOf(body);
  if (document === null) return { mistake: `its body is not GraphQL, or has more than ${mostTokens} tokens.` };
  const operations = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.name?.value ?? '') : [],
  );
  const [operation, ...others] = operations;
  if (operation === undefined || others.length > 0) return { mistake: 'its body does not hold one operation.' };
  return { id: sha256Of(body), operation };
}

function documentOf(body: string): DocumentNode | null {
  try {
    return parse(body, { maxTokens: mostTokens });
  } catch {
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Somebody else has chosen it. */
function shownName(name: string): string {
  return /^[_A-Za-z]\w{0,63}$/.test(name) ? ` (${name})` : '';
}
