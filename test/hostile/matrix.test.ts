import Database from 'libsql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startIssuer } from '../doubles/tokens.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { startWorld, type World } from '../world.ts';
import { bodyCases } from './bodies.cases.ts';
import type { Expected, HostileCase, Sent } from './case.ts';
import { documentCases } from './documents.cases.ts';
import { httpCases } from './http.cases.ts';
import { idCases } from './ids.cases.ts';
import { keyCases } from './keys.cases.ts';
import { logCases } from './log.cases.ts';
import { type Answer, send, textOf } from './send.ts';

const groups: Readonly<Record<string, readonly HostileCase[]>> = {
  'an id': idCases,
  'a key': keyCases,
  'a document': documentCases,
  'a body': bodyCases,
  'a request': httpCases,
  'a text for the log': logCases,
};
const scope = 'payments:read payments:cancel orders:read orders:cancel cancellations:read bulk';
const file = `${temporaryDirectory('hostile')}/records.db`;

let world: World;
let token: string;
beforeAll(async () => {
  const issuer = await startIssuer();
  const limits = {
    RATE_LIMIT_CANCELS_PER_MINUTE: '0',
    RATE_LIMIT_READS_PER_MINUTE: '0',
    RATE_LIMIT_NOT_FOUND_PER_MINUTE: '0',
  };
  const env = { ...issuer.env, ...limits, DATABASE_URL: `file:${file}`, LOG_LEVEL: 'trace' };
  world = await startWorld({ env, production: true });
  token = await issuer.token({ scope });
});
beforeEach(() => world.emulator.reset());
afterAll(() => world.close());

describe.each(Object.entries(groups))('%s', (_, cases) => {
  it.each(cases)('of row %i: %s', async (_row, _title, sent, expected) => {
    const answer = await send(world.url, token, sent);
    check(answer, expected);
    if (answer !== null) expect(repeatsMuchOf(sent, answer.text)).toBe(false);
    expect(world.emulator.requests).toHaveLength(0);
  });
});

it('has 150 cases at least', () => {
  expect(Object.values(groups).flat().length).toBeGreaterThanOrEqual(150);
});

it('leaves no record and no key behind', () => {
  const database = new Database(file, { readonly: true });
  for (const table of ['cancellation_op', 'idempotency_key', 'attempt_log', 'target_final']) {
    expect(database.prepare(`select * from ${table}`).all()).toEqual([]);
  }
  database.close();
});

it('logs nothing but short values on one line each', () => {
  expect(world.log.length).toBeGreaterThan(150);
  for (const line of world.log) {
    expect(line).toMatch(/^\{[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*\}\n$/u);
    const { url: _url, ...fields } = JSON.parse(line);
    for (const value of Object.values(fields).flat()) expect(String(value).length).toBeLessThanOrEqual(128);
    expect(fields.event).not.toBe('unexpectedError');
  }
});

function check(answer: Answer | null, expected: Expected): void {
  if (expected.kind === 'cut' || answer === null) {
    expect(answer, 'an answer').toBe(expected.kind === 'cut' ? null : expected);
    return;
  }
  expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json; charset=utf-8$/);
  expect(answer.headers.has('access-control-allow-origin')).toBe(false);
  expect(answer.text).not.toMatch(/\p{Cc}(?!$)|Did you mean|node_modules|\.ts:\d/u);
  const { data, errors = [] } = JSON.parse(answer.text);
  if (expected.kind !== 'refused') {
    expect({ status: answer.status, errors }).toEqual({ status: 200, errors: [] });
    expect(expected.kind === 'declined' ? codesOf(data) : data).toEqual(
      expected.kind === 'declined' ? expected.codes : expected.data,
    );
    return;
  }
  expect({ status: answer.status, data: data ?? null }).toEqual({ status: expected.status, data: null });
  expect(errors.length).toBeGreaterThan(0);
  expect(errors.length).toBeLessThanOrEqual(6);
  const requestId = answer.headers.get('x-request-id');
  for (const { extensions } of errors) expect(extensions).toMatchObject({ code: expected.code, requestId });
}

/** Of a document that declined: the codes of its root fields, none of which opened a record. */
function codesOf(data: Record<string, { errorCode: string; cancellation?: unknown }>): string[] {
  return Object.values(data).map(({ errorCode, cancellation = null }) => {
    expect(cancellation).toBeNull();
    return errorCode;
  });
}

const longestEcho = 64;

/** Whether a text in the answer has any longer piece of what was sent. */
function repeatsMuchOf(sent: Sent, answer: string): boolean {
  const source = textOf(sent);
  return textsIn(JSON.parse(answer)).some((text) => {
    const starts = Array.from({ length: Math.max(0, text.length - longestEcho) }, (_, start) => start);
    return starts.some((start) => source.includes(text.slice(start, start + longestEcho + 1)));
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
