import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startWorld, type World } from '../world.ts';
import { html, type ProviderAnswer, play, says, shows, unreadable } from './scene.ts';
import { expectMessage, expectShopperTexts } from './shopper-texts.ts';

vi.setConfig({ maxConcurrency: 50 });

let world: World;
beforeAll(async () => {
  world = await startWorld({ speed: 10 });
});
afterAll(() => world.close());

const kinds = {
  payment: { cancelled: 'cancelled', captured: 'approved', ended: 'rejected', open: 'pending' },
  order: { cancelled: 'canceled', captured: 'processed', ended: 'expired', open: 'created' },
};
const types = { payment: 'PaymentNotCancellableError', order: 'OrderNotCancellableError' };
const codes = { payment: 'PAYMENT_NOT_CANCELLABLE', order: 'ORDER_NOT_CANCELLABLE' };

/** Answers that prove nothing by themselves, and the error that stands while the target reads open. */
const ambiguous: [name: string, answer: ProviderAnswer, errorCode: string][] = [
  ['HTML 502', html(502), 'OUTCOME_UNKNOWN'],
  ['empty 503', { status: 503, body: '' }, 'OUTCOME_UNKNOWN'],
  ['JSON 500', says(500, { errors: [{ code: 'internal_error' }] }), 'PROVIDER_INTERNAL_ERROR'],
  ['JSON 503', says(503, { code: 503, message: 'said so' }), 'PROVIDER_INTERNAL_ERROR'],
  ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, 'OUTCOME_UNKNOWN'],
  ['a wrong id', says(200, { id: 'x1', status: 'canceled' }), 'OUTCOME_UNKNOWN'],
  ['no id', says(200, { status: 'canceled' }), 'OUTCOME_UNKNOWN'],
  ['no status', (id) => ({ status: 200, body: { id } }), 'OUTCOME_UNKNOWN'],
  ['an empty 200', { status: 200, body: '' }, 'OUTCOME_UNKNOWN'],
  ['cut JSON', { status: 200, body: '{"id":"1' }, 'OUTCOME_UNKNOWN'],
  ['a reset', 'reset', 'OUTCOME_UNKNOWN'],
  ['a broken 400', { status: 400, body: '{"errors":[' }, 'OUTCOME_UNKNOWN'],
  ['HTML 404', html(404), 'OUTCOME_UNKNOWN'],
];

describe.each(ambiguous)('after %s', (_, cancel, errorCode) => {
  // So many failures at once would open a circuit, and so would those of one answer beside those of the next.
  afterAll(() => world.clock.jump(11_000));

  describe.concurrent.each(['payment', 'order'] as const)('a %s', (kind) => {
    const status = kinds[kind];

    it('is CANCELLED without an error where it reads cancelled', async () => {
      const answer = await play(world, { kind, cancel, read: shows(status.cancelled) });
      expect(answer).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING', errorCode: null, error: null });
    });

    it.each([
      ['captured', 'REFUND'],
      ['ended', 'NOTHING'],
    ] as const)('is NOT_CANCELLED where it reads %s', async (phase, nextAction) => {
      const answer = await play(world, { kind, cancel, read: shows(status[phase]) });
      const error = { __typename: types[kind], code: codes[kind] };
      expect(answer).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction, errorCode: codes[kind], error });
    });

    it.each([
      ['open', shows(status.open)],
      ['failing', unreadable],
    ])('is UNKNOWN where it reads %s', async (_read, read) => {
      const answer = await play(world, { kind, cancel, read });
      const __typename = errorCode === 'OUTCOME_UNKNOWN' ? 'OutcomeUnknownError' : 'ProviderInternalError';
      expect(answer).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', errorCode, error: { __typename } });
      expectShopperTexts(answer.texts, [answer.id, errorCode]);
      expectMessage(answer, kind);
    });
  });
});

describe.concurrent.each(['payment', 'order'] as const)('a %s', (kind) => {
  const status = kinds[kind];

  it.each([402, 408, 409, 424, 425, 499])('an unlisted %i is what a read shows', async (code) => {
    const cancel = says(code, { code: 'never_seen', message: 'said so' });
    const [cancelled, captured, open] = await Promise.all(
      [status.cancelled, status.captured, status.open].map((read) => play(world, { kind, cancel, read: shows(read) })),
    );
    const error = { __typename: 'UnrecognizedProviderError', upstream: { httpStatus: code, code: 'never_seen' } };
    expect(cancelled).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING', error: null });
    expect(captured).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'CONTACT_SUPPORT', error });
    expect(open).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', error });
  });

  it.each(kind === 'payment' ? [400, 404, 405, 415, 422] : [400, 404, 405, 415])(
    'an unlisted %i is a refusal',
    async (code) => {
      const cancel = says(code, { code: 'never_seen', message: 'said so' });
      const [cancelled, open, unread] = await Promise.all(
        [shows(status.cancelled), shows(status.open), unreadable].map((read) => play(world, { kind, cancel, read })),
      );
      const error = { __typename: 'UnrecognizedProviderError', upstream: { httpStatus: code, code: 'never_seen' } };
      expect(cancelled).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING' });
      expect(open).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'CONTACT_SUPPORT', error });
      expect(unread).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'CONTACT_SUPPORT', error });
    },
  );

  it.each([
    ['plain text', 'local_rate_limited'],
    ['JSON', { code: 'too_many_requests' }],
    ['HTML', '<html></html>'],
  ])('429 in %s was not executed: the same key again', async (_, body) => {
    const cancel = { status: 429, headers: { 'retry-after': '30' }, body };
    const answer = await play(world, { kind, cancel });
    const error = { __typename: 'ProviderUnavailableError', code: 'PROVIDER_RATE_LIMITED', retryAfterMs: 30_000 };
    expect(answer).toMatchObject({
      outcome: 'NOT_CANCELLED',
      nextAction: 'RETRY_SAME_KEY',
      retryAfterMs: 30_000,
      error,
    });
  });

  it('423 is UNKNOWN while a twin holds the key', async () => {
    const answer = await play(world, { kind, cancel: says(423, { errors: [{ code: 'resource_locked' }] }) });
    const error = { __typename: 'IdempotencyConflictError', code: 'IDEMPOTENCY_KEY_IN_PROGRESS' };
    expect(answer).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', error });
  });

  it('a 2xx that shows it open proves nothing', async () => {
    const cancel = shows(status.open);
    const [open, cancelled] = await Promise.all([
      play(world, { kind, cancel, read: shows(status.open) }),
      play(world, { kind, cancel, read: shows(status.cancelled) }),
    ]);
    const error = { __typename: 'OutcomeUnknownError' };
    expect(open).toMatchObject({ outcome: 'UNKNOWN', nextAction: 'WAIT', error });
    expect(cancelled).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING', error: null });
  });

  it.each([
    ['captured', 'REFUND'],
    ['ended', 'NOTHING'],
  ] as const)('a 2xx that shows it %s is NOT_CANCELLED', async (phase, nextAction) => {
    const answer = await play(world, { kind, cancel: shows(status[phase]), read: unreadable });
    expect(answer).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction, error: { __typename: types[kind] } });
  });

  it.each(['cancelled', 'canceled'])('a 2xx that says %s is CANCELLED', async (said) => {
    const answer = await play(world, { kind, cancel: shows(said), read: unreadable });
    expect(answer).toMatchObject({ outcome: 'CANCELLED', nextAction: 'NOTHING', error: null });
  });

  it.each([
    [401, 'ProviderCredentialsError', 'ACCESS_TOKEN_INVALID'],
    [403, 'ProviderForbiddenError', 'PROVIDER_FORBIDDEN'],
  ])('%i with an unlisted code is about credentials', async (code, __typename, errorCode) => {
    const answer = await play(world, { kind, cancel: says(code, { code: 'never_seen' }) });
    const error = { __typename, code: errorCode };
    expect(answer).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'FIX_CREDENTIALS', error });
  });
});

describe.concurrent('an order', () => {
  it.each([
    ['202', shows('at_terminal', { status: 202, status_detail: 'cancellation_requested' })],
    ['200 and cancellation_requested', shows('at_terminal', { status_detail: 'cancellation_requested' })],
  ])('answered with %s is PENDING', async (_, cancel) => {
    const answer = await play(world, { kind: 'order', cancel });
    expect(answer).toMatchObject({ outcome: 'PENDING', nextAction: 'WAIT', errorCode: null, error: null });
    expectShopperTexts(answer.texts, [answer.id]);
    expectMessage(answer, 'order');
  });

  it('still too young after one resend takes a new key', async () => {
    const answer = await play(world, { kind: 'order', cancel: says(422, { code: 'unprocessable_entity' }) });
    const error = { __typename: 'OrderNotCancellableError', code: 'ORDER_NOT_CANCELLABLE' };
    expect(answer).toMatchObject({ outcome: 'NOT_CANCELLED', nextAction: 'RETRY_NEW_KEY', retryAfterMs: 5_000, error });
    expectMessage(answer, 'order');
  });
});
