import { Refusal } from './refusal.ts';

/** The documents that may be asked. */
export interface DocumentPolicy {
  readonly mode: 'off' | 'log' | 'enforce';
  textOf(id: string, operationName: string | null): string | undefined;
  known(text: string, operationName: string | null): string | undefined;
  /** The id that a document of this text has. */
  idOf(text: string): string;
}

/** What a request asks for, as the members of its body have it; those of an address are the same. */
export interface AskedRequest {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
  readonly operationName?: unknown;
}

const sha256 = /^[\da-f]{64}$/i;

/**
 * The request with the text of its document, and without what named it. Throws the refusal of one that may not be asked, before
 * anything of it is parsed. What is no request at all is left as it is, for Apollo to refuse.
 */
export function withTrustedDocument<Request extends AskedRequest>(policy: DocumentPolicy, request: Request): Request {
  if (policy.mode === 'off') return request;
  const { query } = request;
  const operationName = typeof request.operationName === 'string' ? request.operationName : null;
  if (typeof query !== 'string' || query === '') {
    const id = idOf(request);
    if (id === null) return request;
    const text = policy.textOf(id, operationName);
    if (text === undefined) throw policy.mode === 'enforce' ? untrusted() : notFound();
    return asText(request, text);
  }
  const known = policy.known(query, operationName);
  if (policy.mode === 'enforce') {
    checkId(policy, idOf(request), [query, known ?? query]);
    if (known === undefined) throw untrusted();
  }
  return asText(request, known ?? query);
}

/** The same of a request whose parts stand in its address, behind the `?`. */
export function withTrustedSearch(policy: DocumentPolicy, search: string): string {
  if (policy.mode === 'off') return search;
  const parameters = new URLSearchParams(search);
  const extensions = parameters.get('extensions');
  const asked = withTrustedDocument<AskedRequest>(policy, {
    query: parameters.get('query') ?? undefined,
    operationName: parameters.get('operationName') ?? undefined,
    documentId: parameters.get('documentId') ?? undefined,
    extensions: extensions === null ? undefined : JSON.parse(extensions),
  });
  // What is given twice stays twice, for Apollo to refuse.
  if (typeof asked.query === 'string' && parameters.getAll('query').length <= 1) parameters.set('query', asked.query);
  if (parameters.getAll('extensions').length === 1) parameters.set('extensions', JSON.stringify(asked.extensions));
  parameters.delete('documentId');
  return `?${parameters}`;
}

/**
 * A client that sends both has the one from the other; if not, nobody knows which of the two it means. `texts` are the document
 * as it came and as its manifest has it, without white space around it.
 */
function checkId(policy: DocumentPolicy, id: string | null, texts: readonly string[]): void {
  if (id === null || texts.some((text) => policy.idOf(text) === id.toLowerCase())) return;
  throw badRequest('The id of the document is not the SHA-256 of its text.');
}

/** By Apollo's extension, or by `documentId` of the draft of GraphQL over HTTP; null without either. */
function idOf({ documentId, extensions }: AskedRequest): string | null {
  const persisted = memberOf(extensions, 'persistedQuery');
  if (persisted !== undefined && persisted !== null) {
    const id = memberOf(persisted, 'sha256Hash');
    if (memberOf(persisted, 'version') !== 1 || typeof id !== 'string' || !sha256.test(id)) {
      throw badRequest('extensions.persistedQuery needs version 1 and a sha256Hash of 64 hexadecimal digits.');
    }
    return id;
  }
  if (documentId === undefined || documentId === null) return null;
  const [, id = null] = typeof documentId === 'string' ? (/^sha256:([\da-f]{64})$/i.exec(documentId) ?? []) : [];
  if (id === null) throw badRequest('documentId must be sha256: and 64 hexadecimal digits.');
  return id;
}

/** Apollo is told of no extension: it would look for a document itself. */
function asText<Request extends AskedRequest>(request: Request, query: string): Request {
  const { documentId: _, ...rest } = request;
  const { extensions } = rest;
  if (typeof extensions !== 'object' || extensions === null || Array.isArray(extensions))
    return { ...rest, query } as Request;
  const others = Object.fromEntries(Object.entries(extensions).filter(([name]) => name !== 'persistedQuery'));
  return { ...rest, extensions: others, query } as Request;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function untrusted(): Refusal {
  const what = 'This document is in no manifest of the gateway, and no other may be asked.';
  return new Refusal(403, 'UNTRUSTED_DOCUMENT', `${what} Send one that is, or have the app's manifest added.`);
}

/** By this very answer clients of Apollo know that they should send the text. */
function notFound(): Refusal {
  return new Refusal(200, 'PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
}

function badRequest(message: string): Refusal {
  return new Refusal(400, 'BAD_REQUEST', message);
}
