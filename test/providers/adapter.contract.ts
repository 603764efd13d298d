import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, type ErrorCode } from '../../src/cancellation/errors/catalogue.ts';
import type {
  CallTerms,
  CancelAnswer,
  CancelCommand,
  ProviderAdapter,
  ReadAnswer,
} from '../../src/cancellation/provider.ts';
import { upstreamKeyOf } from '../../src/cancellation/record/upstream-key.ts';
import { type Answer, type ConnectionFault, type ProviderServer, startProvider } from '../doubles/provider/server.ts';
import { create } from './adapter.ts';
import type { AdapterFixtures } from './adapter-fixtures.ts';

/** A call of the gateway's own account: so many failures would otherwise open the circuit. */
const terms: CallTerms = { deadlineMs: 5_000, inBackground: true };

type Told = Answer | ConnectionFault;

const lost = { kind: 'lost', answered: true };
const unanswered = { kind: 'lost', answered: false };

/** Answers that mean the same from any provider, whatever was asked. JSON that is no object is no answer. */
const anywhere: [name: string, told: Told, answer: object][] = [
  ...[200, 401, 403, 404, 415, 502].map((status): [string, Told, object] => [
    `HTML under ${status}`,
    { status, body: '<html><title>no</title></html>' },
    { ...lost, upstream: { httpStatus: status, message: null } },
  ]),
  ...[200, 404, 405, 500, 503].map((status): [string, Told, object] => [
    `an empty ${status}`,
    { status, body: '' },
    lost,
  ]),
  ...['[]', '[{"id":1}]', 'null', '"cancelled"', '1'].map((body): [string, Told, object] => [
    `the JSON ${body}`,
    { status: 200, body },
    lost,
  ]),
  ['half a body', { status: 200, body: '{"id":1,"status":"canc' }, lost],
  ['half an error', { status: 403, body: '{"code":"un' }, lost],
  ['a key twice', { status: 200, body: '{"status":"cancelled","status":"approved"}' }, lost],
  ['plain text under 504', { status: 504, body: 'upstream request timeout' }, lost],
  ['a redirect', { status: 302, body: '', headers: { location: '/elsewhere' } }, lost],
  ['a redirect with a body', { status: 307, body: { a: 1 }, headers: { location: '/elsewhere' } }, lost],
  ['an encoded body', { status: 200, body: 'x', headers: { 'content-encoding': 'gzip' } }, lost],
  ['a body too large', { status: 200, body: { a: 'a'.repeat(300_000) } }, lost],
  ['a body cut off', 'cut off', unanswered],
  ['a reset', 'reset', unanswered],
];

/** A 429 was not executed, in whatever form it comes. */
const rateLimits: [wish: string | null, retryAfterMs: number | null][] = [
  [null, null],
  ['2', 2_000],
  ['0', 0],
  ['9999', 60_000],
  ['soon', null],
  [new Date(Date.now() + 3_600_000).toUTCString(), 60_000],
];

const kindsOfAll: readonly CancelAnswer['kind'][] = ['unrecognized', 'rate-limited', 'failed', 'lost', 'not-sent'];
const kinds = ['cancelled', 'accepted', 'not-cancelled', 'too-soon', 'not-implemented', 'refused', ...kindsOfAll];

/** What the port promises of every adapter: given this answer on the wire, this answer of the port. */
export function adapterContract(fixtures: AdapterFixtures): void {
  const { name, definition, target } = fixtures;
  const isReadable = fixtures.requests.read !== null;
  let server: ProviderServer;
  let adapter: ProviderAdapter;
  beforeAll(async () => {
    server = await startProvider();
    adapter = create(definition, fixtures.settings(server.url));
  });
  afterAll(async () => {
    await adapter.close();
    await server.close();
  });

  const command: CancelCommand = {
    target,
    key: upstreamKeyOf({ tenant: 'default', target, generation: 0 }),
    spelling: null,
    authorizationId: null,
    reason: null,
    terms,
  };
  function cancel(told: Told, given: Partial<CancelCommand> = {}): Promise<CancelAnswer> {
    server.next(told);
    return adapter.cancel({ ...command, ...given });
  }
  function read(told: Told, given = terms): Promise<ReadAnswer> {
    server.next(told);
    return adapter.read(target, given);
  }
  const calls: [string, (told: Told, given?: typeof terms) => Promise<CancelAnswer | ReadAnswer>][] = [
    ['a cancel', (told, given = terms) => cancel(told, { terms: given })],
    ...(isReadable ? [['a read', read] as [string, typeof read]] : []),
  ];

  async function expectNewConnection(): Promise<void> {
    const poisoned = server.requests.at(-1)?.connection;
    await new Promise(setImmediate);
    await cancel({ status: 500, body: '' });
    expect(server.requests.at(-1)?.connection).not.toBe(poisoned);
  }

  describe(`${name}: a request`, () => {
    it.each(fixtures.requests.cancel)('to cancel with $given', async ({ given, sent, without = [] }) => {
      await cancel({ status: 500, body: '' }, given);
      const request = server.requests.at(-1);
      expect(request).toMatchObject(sent);
      for (const header of without) expect(request?.headers[header]).toBeUndefined();
    });

    if (isReadable)
      it('to read', async () => {
        await read({ status: 500, body: '' });
        expect(server.requests.at(-1)).toMatchObject({ ...fixtures.requests.read, body: '' });
      });
    else
      it('to read is never made', async () => {
        const before = server.requests.length;
        const upstream = { provider: definition.id, httpStatus: null, code: null, message: null, requestId: null };
        expect(await adapter.read(target, terms)).toEqual({ kind: 'unsupported', upstream });
        expect(server.requests).toHaveLength(before);
      });

    it('has a target of the form that the definition names', () => {
      const rules = definition.targets[target.kind];
      expect(rules?.id.canonicalize(target.id)).toBe(target.id);
      expect(rules?.readable).toBe(isReadable);
    });
  });

  describe(`${name}: a 2xx`, () => {
    it.each([200, 201])('of %i that names the target and says so proves the cancel', async (status) => {
      const answer = await cancel({ status, body: fixtures.cancelled, headers: { 'x-request-id': 'r-1' } });
      expect(answer).toMatchObject({
        kind: 'cancelled',
        upstream: { httpStatus: status, code: null, requestId: 'r-1' },
      });
    });

    it.each(fixtures.unnamed)('that leaves the target out proves nothing: %j', async (body) => {
      for (const [, call] of calls) expect(await call({ status: 200, body })).toMatchObject(lost);
    });

    it.each(fixtures.foreign)('about another request costs the connection: %j', async (body) => {
      for (const [, call] of calls) {
        expect(await call({ status: 200, body })).toMatchObject({ ...lost, reason: 'wrong id' });
        await expectNewConnection();
      }
    });
  });

  if (fixtures.ofProvider.length > 0)
    it.each(fixtures.ofProvider)(`${name}: %i %j counts, and costs the connection`, async (status, body, expected) => {
      expect(await cancel({ status, body })).toMatchObject(expected);
      await expectNewConnection();
    });

  describe.each(calls)(`${name}: %s`, (_, call) => {
    it.each(anywhere)('met with %s', async (_, told, expected) => {
      const before = server.requests.length;
      expect(await call(told)).toMatchObject(expected);
      expect(server.requests).toHaveLength(before + 1);
    });

    it.each(rateLimits)('told 429 and to wait %j was not executed', async (wish, retryAfterMs) => {
      const headers: Record<string, string> = wish === null ? {} : { 'retry-after': wish };
      for (const body of ['', 'local_rate_limited', '<html></html>', '{"code":', fixtures.unlisted]) {
        const answer = await call({ status: 429, body, headers });
        expect(answer).toMatchObject({ kind: 'rate-limited', retryAfterMs, upstream: { httpStatus: 429 } });
      }
    });

    it.each([400, 402, 408, 410, 424, 499])('told an unknown code under %i is unrecognized', async (status) => {
      const upstream = { provider: definition.id, httpStatus: status, code: 'never_seen' };
      expect(await call({ status, body: fixtures.unlisted })).toMatchObject({ kind: 'unrecognized', upstream });
    });

    it.each([
      [401, 'ACCESS_TOKEN_INVALID'],
      [403, 'PROVIDER_FORBIDDEN'],
    ] as const)('told an unknown code under %i is refused with %s', async (status, code) => {
      const upstream = { provider: definition.id, httpStatus: status };
      for (const body of [fixtures.unlisted, '{}', '', 'no']) {
        expect(await call({ status, body })).toMatchObject({ kind: 'refused', code, upstream });
      }
    });

    it.each([502, 503, 599])('told an unknown code under %i has failed', async (status) => {
      const upstream = { httpStatus: status, code: 'never_seen' };
      expect(await call({ status, body: fixtures.unlisted })).toMatchObject({ kind: 'failed', upstream });
    });

    it('is lost when its deadline passes', async () => {
      expect(await call('hang', { ...terms, deadlineMs: 30 })).toMatchObject(unanswered);
    });

    it('repeats no secret and nothing that could deceive a log', async () => {
      const said = `${fixtures.secrets.join(' and ')} of a@b.co\r\n<b>${'z'.repeat(500)}`;
      const body = JSON.stringify(fixtures.unlisted).replace('said so', JSON.stringify(said).slice(1, -1));
      const { upstream } = await call({ status: 400, body });
      const hidden = fixtures.secrets.map(() => '\\[redacted\\]').join(' and ');
      expect(upstream.message).toMatch(new RegExp(`^${hidden} of \\[redacted e-mail\\]\\\\u000d\\\\u000a‹b›z+…$`));
      expect(upstream.message).toHaveLength(256);
      const coded = JSON.stringify(fixtures.unlisted).replace('never_seen', `x ${fixtures.secrets[0]}`);
      expect((await call({ status: 400, body: coded })).upstream.code).toBe('x [redacted]');
    });
  });

  describe.each(fixtures.errors)(`${name}: $status $code`, ({ status, code, means, told, bodies }) => {
    it.each(bodies)(`means ${means} in %j`, async (body) => {
      const answer = await cancel({ status, body, headers: { 'x-request-id': 'r-1' } });
      const upstream = { provider: definition.id, httpStatus: status, code: code ?? 'never_seen', message: 'said so' };
      const kind = told === 'perhaps-by-state' ? 'refused' : told;
      const refusal = told === 'failed' ? { kind } : { kind, code: means };
      expect(answer).toMatchObject({ ...refusal, upstream: { ...upstream, requestId: 'r-1' } });
      expect('perhapsByState' in answer).toBe(told === 'perhaps-by-state');
    });

    if (isReadable)
      it.each(bodies)('answers a read only where a read can mean it: %j', async (body) => {
        const answer = await read({ status, body });
        const { operations }: { operations: readonly string[] } = catalogue[means as ErrorCode];
        const isRefusal = told === 'refused' || told === 'perhaps-by-state';
        if (isRefusal && operations.includes('read')) expect(answer).toMatchObject({ kind: 'refused', code: means });
        else expect(['unrecognized', 'failed', 'lost']).toContain(answer.kind);
      });
  });

  it(`${name}: the fixtures tell every row of the error tables, and no other`, () => {
    const rows = fixtures.tables.flat().map(({ status, code, means, as = 'refused' }) => [status, code, means, as]);
    const told = fixtures.errors.map(({ status, code, means, told }) => [status, code, means, told]);
    expect(told.sort()).toEqual(rows.sort());
  });

  describe(`${name}: in its own words`, () => {
    it.each(fixtures.cancels)('a cancel is told %i %j', async (status, body, expected) => {
      expect(await cancel({ status, body })).toMatchObject(expected);
    });

    if (isReadable)
      it.each(fixtures.reads)('a read is told %i %j', async (status, body, expected) => {
        expect(await read({ status, body })).toMatchObject(expected);
      });
  });

  it(`${name}: the fixtures bring every kind of answer that the provider can give`, () => {
    const told = [...fixtures.cancels.map(([, , { kind }]) => kind), ...fixtures.errors.map(({ told }) => told)];
    const brought = new Set([...told, ...kindsOfAll]);
    expect(kinds.filter((kind) => !brought.has(kind))).toEqual(fixtures.never);
    if (isReadable) expect(fixtures.reads.map(([, , { kind }]) => kind)).toContain('found');
  });

  it(`${name}: a call to which nobody listens was not sent`, async () => {
    const gone = await startProvider();
    await gone.close();
    const alone = create(definition, fixtures.settings(gone.url));
    const upstream = { provider: definition.id, httpStatus: null, code: null, message: null, requestId: null };
    const notSent = { kind: 'not-sent', reason: 'not-connected', upstream };
    expect(await alone.cancel(command)).toMatchObject(notSent);
    if (isReadable) expect(await alone.read(target, terms)).toMatchObject(notSent);
    await alone.close();
  });
}
