import type { GraphQLSchema } from 'graphql';
import { Random, seedOf } from '../../doubles/random.ts';
import { bodyCases } from '../../hostile/bodies.cases.ts';
import type { HostileCase, Sent } from '../../hostile/case.ts';
import { documentCases } from '../../hostile/documents.cases.ts';
import { httpCases } from '../../hostile/http.cases.ts';
import { idCases } from '../../hostile/ids.cases.ts';
import { keyCases } from '../../hostile/keys.cases.ts';
import { documentOf } from './documents.ts';
import { mutated } from './mutate.ts';
import { hostileTexts, ownIds, readableIds } from './values.ts';

/** Whose token a request carries: one that may only read, one that may cancel too, none, or something that is no token. */
export type Bearer = 'reads' | 'cancels' | 'nobody' | 'nonsense';

export interface FuzzRequest {
  readonly bearer: Bearer;
  readonly sent: Sent;
}

const corpus: readonly HostileCase[] = [...idCases, ...keyCases, ...documentCases, ...bodyCases, ...httpCases];
const longestInCorpus = 100_000;
const small = corpus.filter(([, , sent]) => lengthOf(sent) < longestInCorpus);

function lengthOf(sent: Sent): number {
  return sent.kind === 'bytes' ? sent.bytes.length : (sent.body?.length ?? 0);
}

/** The n-th request of a run with this seed: the same on every machine. */
export function requestOf(schema: GraphQLSchema, seed: number, n: number): FuzzRequest {
  const random = new Random(seedOf(seed, n));
  const dice = random.next();
  if (dice < 0.1) return { bearer: 'cancels', sent: json(generated(schema, random, ownIds(n))) };
  const bearer = random.pick<Bearer>([
    'reads',
    'reads',
    'reads',
    'reads',
    'reads',
    'reads',
    'reads',
    'reads',
    'nobody',
    'nonsense',
  ]);
  if (dice < 0.55) return { bearer, sent: json(generated(schema, random, readableIds(random))) };
  if (dice < 0.65) {
    const request = generated(schema, random, readableIds(random));
    return { bearer, sent: json({ ...request, query: mutated(request.query, random) }) };
  }
  if (dice < 0.75) {
    const text = JSON.stringify(generated(schema, random, readableIds(random)));
    return { bearer, sent: { kind: 'http', body: mutated(text, random) } };
  }
  if (dice < 0.85)
    return { bearer, sent: withHostileHeaders(json(generated(schema, random, readableIds(random))), random) };
  const [, , sent] = small[random.int(0, small.length - 1)] ?? [0, '', json({})];
  if (random.chance(0.5)) return { bearer, sent };
  return { bearer, sent: { kind: 'bytes', bytes: mutated(bytesOf(sent), random) } };
}

function generated(schema: GraphQLSchema, random: Random, ids: readonly string[]) {
  const kind = random.chance(0.4) ? 'mutation' : 'query';
  return documentOf({ schema, random, ids, kind, wrongness: random.pick([0, 0, 0.05, 0.3]) });
}

function json(request: object): Extract<Sent, { kind: 'http' }> {
  return { kind: 'http', body: JSON.stringify(request) };
}

function withHostileHeaders(sent: Extract<Sent, { kind: 'http' }>, random: Random): Sent {
  // What no client can put into a header goes as bytes, in the corpus.
  const sendable = hostileTexts.filter((text) => /^[\x21-\x7e\u0080-\u00ff]+$/.test(text));
  const text = () => sendable[random.int(0, sendable.length - 1)] ?? 'x';
  const names = [
    'idempotency-key',
    'accept',
    'content-type',
    'content-encoding',
    'origin',
    'x-request-id',
    'user-agent',
  ] as const;
  const headers = Object.fromEntries(names.filter(() => random.chance(0.3)).map((name) => [name, text()]));
  const path = random.pick([
    '/graphql',
    '/graphql',
    '/graphql',
    '/graphql?query={__typename}',
    '/healthz',
    '/readyz',
    '/%zz',
    '/x',
  ]);
  const method = random.pick(['POST', 'POST', 'POST', 'PUT', 'OPTIONS', 'PATCH', 'DELETE']);
  return { ...sent, headers, path, method };
}

function bytesOf(sent: Sent): string {
  if (sent.kind === 'bytes') return sent.bytes;
  const { method = 'POST', path = '/graphql', headers = {}, body = '' } = sent;
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
  const lines = Object.entries({ 'content-type': 'application/json', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const length = Buffer.byteLength(text, 'latin1');
  return `${method} ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n${lines.join('')}Content-Length: ${length}\r\n\r\n${text}`;
}
