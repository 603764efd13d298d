import { describe, expect, it } from 'vitest';
import { paymentId, plainHex, requestIdOf } from '../../../src/providers/vtex/ids.ts';
import { meaningOf } from '../../../src/providers/vtex/payments.errors.ts';
import { cancellationIn, echoOf, errorIn, leavesOutRequest, speaksProtocol } from '../../../src/providers/vtex/wire.ts';
import type { RestAnswer } from '../../../src/rest/result.ts';

const id = '0F1E2D3C4B5A69788796A5B4C3D2E1F0';
const dashed = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const request = '00112233445566778899AABBCCDDEEFF';
const ids = { paymentId: id, requestId: request };

function answerOf(status: number, body: string): RestAnswer {
  return { kind: 'answer', status, retryAfter: null, requestId: null, body };
}

describe('an error', () => {
  it('is the code and the message of the body', () => {
    expect(errorIn({ code: 'x', message: 'y', error: 'z' })).toEqual({ code: 'x', message: 'y' });
    expect(errorIn({})).toEqual({ code: null, message: null });
  });

  it.each([
    ['cancel-manually', 'MANUAL_CANCELLATION_REQUIRED'],
    [' Cancel-Manually ', 'MANUAL_CANCELLATION_REQUIRED'],
    ['cancel', 'PROVIDER_DECLINED'],
    ['', 'PROVIDER_DECLINED'],
    [null, 'PROVIDER_DECLINED'],
  ])('with the code %j means %s', (code, means) => {
    expect(meaningOf(code)).toBe(means);
  });
});

describe('the echo', () => {
  it.each([
    ['both ids', { paymentId: id, requestId: request }, 'ours'],
    ['both in another spelling', { paymentId: dashed, requestId: request.toLowerCase() }, 'ours'],
    ['one id', { paymentId: id }, 'missing'],
    ['the other', { requestId: request }, 'missing'],
    ['none', {}, 'missing'],
    ['no body', null, 'missing'],
    ['another payment', { paymentId: request, requestId: request }, 'foreign'],
    ['another request', { paymentId: id, requestId: id }, 'foreign'],
    ['another request alone', { requestId: id }, 'foreign'],
  ])('of %s', (_, body, echo) => {
    expect(echoOf(body, ids)).toBe(echo);
  });
});

it.each([
  [{ paymentId: id }, true],
  [{ paymentId: id, requestId: null }, true],
  [{ paymentId: id, requestId: '' }, true],
  [ids, false],
  [{ requestId: request }, false],
  [{}, false],
  [null, false],
])('%j leaves out the request alone: %s', (body, does) => {
  expect(leavesOutRequest(body)).toBe(does);
});

describe('a cancellation', () => {
  it.each([
    [{ cancellationId: 'abc' }, { id: 'abc' }],
    [{ cancellationId: null }, 'none'],
    [{ cancellationId: '1' }, { id: '1' }],
    [{ cancellationId: '10' }, { id: '10' }],
    [{ cancellationId: '-2' }, { id: '-2' }],
    [{ cancellationId: 'none-1' }, { id: 'none-1' }],
    [{ cancellationId: '00000000-0000-0000-0000-000000000001' }, { id: '00000000-0000-0000-0000-000000000001' }],
    [{ cancellationId: true }, 'unsaid'],
    [{ cancellationId: false }, 'unsaid'],
    [{ cancellationId: { id: 'abc' } }, 'unsaid'],
    [{}, 'unsaid'],
  ])('in %j', (body, cancellation) => {
    expect(cancellationIn(body)).toEqual(cancellation);
  });
});

describe('an id that is none', () => {
  const noughts = '00000000-0000-0000-0000-000000000000';
  it.each([
    ...['', ' ', '\t', '0', ' 0 ', '-0', '0.0', '0.00', '-1', '-1.0', '-1.00'],
    ...['null', 'undefined', 'none', 'false', 'NULL', 'None', ' Undefined ', noughts, noughts.replaceAll('-', '')],
  ])('is %j', (cancellationId) => {
    expect(cancellationIn({ cancellationId })).toBe('blank');
  });
});

describe('the words of the protocol', () => {
  it.each([
    ['{"paymentId":"x"}', true],
    ['{"code":"cancel-manually"}', true],
    ['{"code":"other"}', false],
    ['{"message":"x"}', false],
    ['[]', false],
    ['null', false],
    ['<html>', false],
    ['', false],
  ])('are in %s: %s', (body, are) => {
    expect(speaksProtocol(answerOf(500, body))).toBe(are);
  });
});

it.each([
  [501, '{}', true],
  [501, '{"code":"other"}', true],
  [501, '[]', false],
  [501, '<html>', false],
  [501, '', false],
  [502, '{}', false],
])('a %i of %s speaks for itself: %s', (status, body, does) => {
  expect(speaksProtocol(answerOf(status, body))).toBe(does);
});

describe('an id', () => {
  it.each([
    [id, id],
    [dashed, id],
    [id.toLowerCase(), id],
    [`${id}0`, null],
    [`0${id}`, null],
    [id.slice(1), null],
    [`G${id.slice(1)}`, null],
    ['', null],
    // 64 characters at most, or dashes without end would pass.
    [`-${id.split('').join('-')}`, id],
    [`--${id.split('').join('-')}`, null],
  ])('%s is %s', (text, canonical) => {
    expect(paymentId.canonicalize(text)).toBe(canonical);
  });

  it('is told apart by its characters alone', () => {
    expect(plainHex(dashed)).toBe(id);
  });

  it('of a request is the first half of the upstream key', () => {
    const key = Buffer.from(`${request}FF`.padEnd(64, '0'), 'hex').toString('base64url');
    expect(requestIdOf(key)).toBe(request);
  });
});
