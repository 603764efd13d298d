import { upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { requestIdOf } from '../../../src/providers/vtex/ids.ts';
import { vtex } from '../../../src/providers/vtex/index.ts';
import { protocolErrors } from '../../../src/providers/vtex/payments.errors.ts';
import type { AdapterFixtures, ErrorFixture } from '../adapter-fixtures.ts';

const paymentId = 'B2F246B3CE46469FBDD23039868E95D0';
const target: Target = { kind: 'payment', provider: 'VTEX', id: paymentId };
const requestId = requestIdOf(upstreamKeyOf({ tenant: 'default', target, generation: 0 }));
const echo = { paymentId, requestId };
const others = { paymentId: 'F5C1A4E20D3B4E07B7E871F5B5BC9F91', requestId: 'D12D9B80972C462980F5067A3A126837' };

const ours = (facts: object) => ({ ...echo, code: null, message: null, ...facts });
const declines = (code: string) => ours({ cancellationId: null, code, message: 'said so' });
const manually = { code: 'cancel-manually', message: 'said so' };

const cancelled = { kind: 'cancelled', snapshot: null };
const manual = { kind: 'refused', code: 'MANUAL_CANCELLATION_REQUIRED' };
const declined = { kind: 'refused', code: 'PROVIDER_DECLINED' };
const lost = { kind: 'lost', answered: true };
const contradicts = { ...lost, reason: 'contradicts itself' };

const row = (status: number, code: string | null, means: string, ...bodies: object[]): ErrorFixture => {
  return { status, code, means, told: 'refused', bodies };
};
const unnamed501: ErrorFixture = {
  status: 501,
  code: null,
  means: manual.code,
  told: 'not-implemented',
  bodies: [declines('never_seen'), { code: 'never_seen', message: 'said so' }],
};

export const vtexPayments: AdapterFixtures = {
  name: 'VTEX payments',
  definition: vtex,
  settings: (baseUrl) => ({
    VTEX_PROVIDER_BASE_URL: `${baseUrl}/ppp/`,
    VTEX_APP_KEY: 'app-key-1',
    VTEX_APP_TOKEN: 'app-token-1',
    VTEX_SANDBOX_MODE: false,
    VTEX_AUTH_HEADERS: 'vtex',
  }),
  secrets: ['app-key-1', 'app-token-1'],
  target,
  requests: {
    cancel: [
      {
        given: { reason: 'FRAUD' },
        sent: {
          method: 'POST',
          url: `/ppp/payments/${paymentId}/cancellations`,
          body: JSON.stringify(echo),
          headers: {
            'x-vtex-api-appkey': 'app-key-1',
            'x-vtex-api-apptoken': 'app-token-1',
            'content-type': 'application/json',
            accept: 'application/json',
          },
        },
      },
      {
        given: { authorizationId: 'AUT-70D2444272' },
        sent: { body: JSON.stringify({ ...echo, authorizationId: 'AUT-70D2444272' }) },
      },
    ],
    read: null,
  },
  cancelled: ours({ cancellationId: '36153ED9F4FB4F109BE67CD05EE54373' }),
  foreign: [
    ours({ cancellationId: 'c', paymentId: others.paymentId }),
    ours({ cancellationId: 'c', requestId: others.requestId }),
    ours({ cancellationId: null, requestId: others.requestId }),
  ],
  unnamed: [{ cancellationId: 'c' }, { paymentId, cancellationId: 'c' }, { requestId, cancellationId: 'c' }, {}],
  // A 501, even named, tells under other ids of no attempt but this.
  ofProvider: [{ ...manually, ...others }, { ...manually, paymentId: others.paymentId }, others].map((body) => [
    501,
    body,
    { ...manual, kind: 'not-implemented' },
  ]),
  tables: [protocolErrors],
  errors: [
    row(200, 'cancel-manually', 'MANUAL_CANCELLATION_REQUIRED', ours({ cancellationId: null, ...manually }), manually),
    row(501, 'cancel-manually', 'MANUAL_CANCELLATION_REQUIRED', ours({ cancellationId: null, ...manually }), manually),
    unnamed501,
    row(200, null, 'PROVIDER_DECLINED', declines('never_seen')),
    row(500, null, 'PROVIDER_DECLINED', declines('never_seen')),
  ],
  unlisted: { code: 'never_seen', message: 'said so' },
  cancels: [
    [200, ours({ cancellationId: 'c' }), { ...cancelled, providerCancellationId: 'c' }],
    [200, ours({ cancellationId: 1231323234234 }), { ...cancelled, providerCancellationId: '1231323234234' }],
    [200, ours({ cancellationId: 'a b' }), { ...cancelled, providerCancellationId: null }],
    [200, ours({ cancellationId: '529.982.247-25' }), { ...cancelled, providerCancellationId: null }],
    [201, ours({ cancellationId: 'c', code: 'done' }), cancelled],
    [
      200,
      { paymentId: 'b2f246b3-ce46-469f-bdd2-3039868e95d0', requestId: requestId.toLowerCase(), cancellationId: 'c' },
      cancelled,
    ],

    // Named outright, it counts under any status, with a cancellation and without an echo.
    [500, ours({ cancellationId: null, ...manually }), manual],
    [200, ours({ cancellationId: 'c', ...manually }), manual],
    [429, manually, manual],
    [200, { code: ' Cancel-Manually ' }, manual],

    // A 501 says so by itself.
    ...[{}, { message: 'no' }, ours({ cancellationId: 'c' }), ours({ cancellationId: null, code: 'E1' })].map(
      (body): AdapterFixtures['cancels'][number] => [501, body, { ...manual, kind: 'not-implemented' }],
    ),
    [501, 'no', lost],
    [501, '<html></html>', lost],
    [200, { ...manually, paymentId: others.paymentId }, lost],

    // What is no id proves no cancel; a decline it is only with an error beside it.
    ...[
      0,
      -1,
      '0',
      '-1',
      '',
      ' ',
      'null',
      'undefined',
      'none',
      'false',
      '00000000-0000-0000-0000-000000000000',
    ].flatMap((cancellationId): AdapterFixtures['cancels'] => [
      [200, ours({ cancellationId }), lost],
      [201, ours({ cancellationId, code: 'null' }), lost],
      [200, ours({ cancellationId, code: 'E1' }), { ...declined, upstream: { httpStatus: 200, code: 'E1' } }],
      [400, ours({ cancellationId }), declined],
      [500, ours({ cancellationId }), declined],
      [200, { paymentId, cancellationId, code: 'E1' }, lost],
    ]),
    [400, ours({ cancellationId: null, code: 'E1' }), { ...declined, upstream: { httpStatus: 400, code: 'E1' } }],
    [401, ours({ cancellationId: null }), declined],
    [403, ours({ cancellationId: null }), declined],

    [401, '', { kind: 'refused', code: 'ACCESS_TOKEN_INVALID' }],
    [403, 'no', { kind: 'refused', code: 'PROVIDER_FORBIDDEN' }],
    [429, ours({ cancellationId: null }), { kind: 'rate-limited' }],

    // A provider that says nothing about a cancellation may have executed it, and one that contradicts itself too.
    [200, ours({}), lost],
    [200, { paymentId, cancellationId: null }, lost],
    [400, { cancellationId: null }, { kind: 'unrecognized' }],
    [500, ours({}), { kind: 'failed' }],
    [300, ours({ cancellationId: null }), lost],
    [302, ours({ cancellationId: null }), lost],
    [400, ours({ cancellationId: null, requestId: others.requestId }), lost],
    [400, ours({ cancellationId: 'c' }), contradicts],
    [429, ours({ cancellationId: 'c' }), contradicts],
    [500, ours({ cancellationId: 'c' }), { kind: 'failed' }],

    [404, { error: 'not found' }, { kind: 'unrecognized' }],
    [422, { code: 'E2' }, { kind: 'unrecognized', upstream: { code: 'E2' } }],
    [500, { code: 'ERR123' }, { kind: 'failed', upstream: { code: 'ERR123' } }],
  ],
  reads: [],
  never: ['accepted', 'not-cancelled', 'too-soon'],
};
