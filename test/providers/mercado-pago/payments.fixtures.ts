import { upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { mercadoPago } from '../../../src/providers/mercado-pago/index.ts';
import { paymentsErrors } from '../../../src/providers/mercado-pago/payments.errors.ts';
import type { AdapterFixtures, ErrorFixture } from '../adapter-fixtures.ts';
import { accessToken, account } from './account.ts';
import { envelopes } from './envelopes.ts';

const target: Target = { kind: 'payment', provider: 'MERCADO_PAGO', id: '9007199254740993' };
/** Numbers in bodies are written as text, since this id is no number that JavaScript knows. */
const shows = (status: string) => `{"id":9007199254740993,"status":${JSON.stringify(status)}}`;
const lost = (reason: string) => ({ kind: 'lost', answered: true, reason });

const row = (
  status: number,
  code: string | null,
  means: string,
  told: ErrorFixture['told'] = 'refused',
): ErrorFixture => {
  return { status, code, means, told, bodies: envelopes(status, code ?? 'never_seen') };
};

export const mercadoPagoPayments: AdapterFixtures = {
  name: 'Mercado Pago payments',
  definition: mercadoPago,
  ...account,
  target,
  requests: {
    cancel: [
      {
        given: { reason: 'FRAUD', authorizationId: 'AUT-1' },
        sent: {
          method: 'PUT',
          url: '/v1/payments/9007199254740993',
          body: '{"status":"cancelled"}',
          headers: {
            authorization: `Bearer ${accessToken}`,
            'x-idempotency-key': upstreamKeyOf({ tenant: 'default', target, generation: 0 }),
            'content-type': 'application/json',
          },
        },
      },
      {
        given: { spelling: 'canceled' },
        sent: { method: 'PUT', url: '/v1/payments/9007199254740993', body: '{"status":"canceled"}' },
      },
    ],
    read: {
      method: 'GET',
      url: '/v1/payments/9007199254740993',
      headers: { authorization: `Bearer ${accessToken}` },
    },
  },
  cancelled: { id: target.id, status: 'cancelled' },
  foreign: [
    { id: '9007199254740992', status: 'cancelled' },
    { id: 1, status: 'cancelled' },
  ],
  unnamed: [
    { status: 'cancelled' },
    { id: null, status: 'cancelled' },
    { order: { id: target.id }, status: 'cancelled' },
  ],
  ofProvider: [],
  tables: [paymentsErrors],
  errors: [
    row(400, '2018', 'PAYMENT_NOT_CANCELLABLE'),
    row(400, '2063', 'PAYMENT_NOT_CANCELLABLE'),
    row(400, '2016', 'INVALID_STATUS_FOR_UPDATE'),
    row(400, '4017', 'STATUS_REQUIRED'),
    row(400, '5', 'ACCESS_TOKEN_MISSING'),
    row(401, '5', 'ACCESS_TOKEN_MISSING'),
    row(401, 'Unauthorized', 'ACCESS_TOKEN_INVALID'),
    row(401, '7', 'LIVE_CREDENTIALS_NOT_ALLOWED'),
    row(403, '4', 'PROVIDER_FORBIDDEN', 'perhaps-by-state'),
    row(403, '3002', 'PROVIDER_FORBIDDEN', 'perhaps-by-state'),
    row(403, 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', 'PROVIDER_FORBIDDEN'),
    row(404, '2000', 'PAYMENT_NOT_FOUND'),
    row(423, null, 'IDEMPOTENCY_KEY_IN_PROGRESS'),
    row(500, 'idempotency_validation_failed', 'IDEMPOTENCY_KEY_ALREADY_USED'),
    row(400, 'idempotency_validation_failed', 'IDEMPOTENCY_KEY_ALREADY_USED'),
  ],
  unlisted: { code: 'never_seen', message: 'said so' },
  cancels: [
    [200, shows('cancelled'), { kind: 'cancelled', snapshot: { status: 'CANCELLED', statusRaw: 'cancelled' } }],
    [200, shows('canceled'), { kind: 'cancelled', snapshot: { status: 'CANCELLED', statusRaw: 'canceled' } }],
    [200, shows('authorized'), { kind: 'not-cancelled', snapshot: { status: 'AUTHORIZED' } }],
    [200, shows('approved'), { kind: 'not-cancelled', snapshot: { status: 'APPROVED' } }],
    [200, shows('something_new'), { kind: 'not-cancelled', snapshot: { status: 'UNRECOGNIZED' } }],
    [200, '{"id":9007199254740992,"status":"cancelled"}', lost('wrong id')],
    [200, `{"id":${target.id}}`, lost('no status')],
    [200, `{"id":${target.id},"status":null}`, lost('no status')],
    [200, `{"id":${target.id},"status":400,"error":"bad_request"}`, lost('no status')],
    [200, `{"id":${target.id},"status":"cancelled","status":"approved"}`, lost('not JSON')],
    [200, { message: 'x', error: 'bad_request', status: 400, cause: [{ code: 2018 }] }, lost('no id')],
    [202, shows('pending'), { kind: 'accepted' }],
    [401, '', { kind: 'refused', code: 'ACCESS_TOKEN_INVALID' }],
    [401, { code: 'unauthorized' }, { kind: 'refused', code: 'ACCESS_TOKEN_INVALID' }],
    [403, 'RBAC: access denied', { kind: 'refused', code: 'PROVIDER_FORBIDDEN' }],
    [404, { code: 'never_seen' }, { kind: 'unrecognized' }],
    [404, { message: 'x', cause: [{ code: 2000 }] }, { kind: 'refused', code: 'PAYMENT_NOT_FOUND' }],
    [422, { code: 'x' }, { kind: 'unrecognized' }],
    [500, { errors: [{ code: 'another_fault' }] }, { kind: 'failed' }],
  ],
  reads: [
    [200, shows('pending'), { kind: 'found', snapshot: { id: target.id, status: 'PENDING' } }],
    [200, shows('canceled'), { kind: 'found', snapshot: { status: 'CANCELLED' } }],
    [200, `{"id":${target.id}}`, lost('no status')],
  ],
  never: ['too-soon', 'not-implemented'],
};
