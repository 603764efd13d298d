import { describe, expect, it } from 'vitest';
import { type AnswerSource, answerOf, byStatus, lost, type ProviderAnswer } from '../../src/providers/answer.ts';
import type { RestHead, RestResult } from '../../src/rest/result.ts';

const now = Date.parse('2026-01-31T12:00:00Z');
const source: AnswerSource = {
  provider: 'ALPHA',
  secrets: ['s3cr3t'],
  errorIn: ({ code, message }) => ({ code: String(code ?? '') || null, message: String(message ?? '') || null }),
};
const upstream = { provider: 'ALPHA', httpStatus: 200, code: null, message: null, requestId: 'r-1' };

function head(status: number, headers: Record<string, string> = {}): RestHead {
  return { status, retryAfter: headers['retry-after'] ?? null, requestId: 'r-1' };
}
function answered(status: number, body: string, headers?: Record<string, string>) {
  return answerOf({ kind: 'answer', body, ...head(status, headers) }, source, now);
}

describe('an answer', () => {
  it('is an object with its code, and what may be shown of it', () => {
    expect(answered(400, '{"code":"No s3cr3t","message":"<b>a</b> s3cr3t"}', { 'retry-after': '2' })).toEqual({
      kind: 'answer',
      status: 400,
      ok: false,
      body: { code: 'No s3cr3t', message: '<b>a</b> s3cr3t' },
      code: 'No s3cr3t',
      retryAfterMs: 2_000,
      upstream: { ...upstream, httpStatus: 400, code: 'No [redacted]', message: '‹b›a‹/b› [redacted]' },
    });
  });

  it.each([
    [199, false],
    [200, true],
    [299, true],
    [300, false],
  ])('with %d succeeds: %s', (status, ok) => {
    expect(answered(status, '{}')).toMatchObject({ kind: 'answer', ok });
  });

  it.each([
    ['a line of text', ' local_rate_limited ', 'local_rate_limited'],
    ['a text with a brace in it', 'see {here}', 'see {here}'],
    ['nothing', '', null],
  ])('may be %s', (_, body, message) => {
    expect(answered(503, body)).toMatchObject({ kind: 'answer', body: null, code: null, upstream: { message } });
  });

  it.each(['<html></html>', ' <html>', '{"code":', '[1, 2]', '["a"]'])('that is %j is lost', (body) => {
    expect(answered(200, body)).toEqual({ kind: 'lost', reason: 'not JSON', answered: true, upstream });
  });

  it('that is a page of a rate limit still says so', () => {
    expect(answered(429, '<html></html>', { 'retry-after': '3' })).toMatchObject({
      kind: 'answer',
      body: null,
      retryAfterMs: 3_000,
      upstream: { message: null },
    });
  });

  it('shows 256 characters of a message', () => {
    expect(answered(400, 'x'.repeat(300))).toMatchObject({ upstream: { message: `${'x'.repeat(255)}…` } });
  });
});

describe('a call without an answer', () => {
  const failed = (reason: string, came: RestHead | null): RestResult => ({
    kind: 'failure',
    sent: 'maybe',
    reason,
    head: came,
  });

  it.each([
    ['a reset', failed('ECONNRESET', null), { kind: 'lost', reason: 'ECONNRESET', answered: false }],
    ['a body that broke off', failed('aborted', head(200)), { kind: 'lost', answered: false }],
    ['a body that is encoded', failed('encoded body', head(200)), { kind: 'lost', answered: true }],
    ['a body that is too large', failed('body too large', head(200)), { kind: 'lost', answered: true }],
    [
      'a rate limit whose body broke off',
      failed('aborted', head(429, { 'retry-after': '1' })),
      { kind: 'rate-limited', retryAfterMs: 1_000 },
    ],
  ])('%s', (_, result, expected) => {
    expect(answerOf(result, source, now)).toMatchObject(expected);
  });

  it('shows what had arrived of it', () => {
    expect(answerOf(failed('aborted', head(502)), source, now).upstream).toEqual({ ...upstream, httpStatus: 502 });
    expect(answerOf(failed('aborted', null), source, now).upstream).toEqual({
      ...upstream,
      httpStatus: null,
      requestId: null,
    });
  });
});

describe('a status alone', () => {
  const answer: ProviderAnswer = {
    ...{ kind: 'answer', status: 200, ok: true, body: {}, code: null, retryAfterMs: null, upstream },
  };

  it.each([
    [
      { status: 429, retryAfterMs: 5, body: null },
      { kind: 'rate-limited', retryAfterMs: 5, upstream },
    ],
    [{ status: 500 }, { kind: 'failed', upstream }],
    [{ status: 499 }, { kind: 'unrecognized', upstream }],
    [{ status: 400 }, { kind: 'unrecognized', upstream }],
    [{ status: 399 }, lost('redirect', upstream)],
    [{ status: 300 }, lost('redirect', upstream)],
    [{ status: 299 }, lost('proves nothing', upstream)],
    [{ status: 500, body: null }, lost('not JSON', upstream)],
  ] as const)('%j', (facts, expected) => {
    expect(byStatus({ ...answer, ...facts })).toEqual(expected);
  });
});
