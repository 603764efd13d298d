import { upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import { mercadoPago } from '../../../src/providers/mercado-pago/index.ts';
import { ordersErrors } from '../../../src/providers/mercado-pago/orders.errors.ts';
import type { AdapterFixtures, ErrorFixture } from '../adapter-fixtures.ts';
import { account, ordersAccessToken } from './account.ts';
import { envelopes } from './envelopes.ts';

const id = 'ORD01J49MMW3SSBK5PSV3DFR32959';
const target: Target = { kind: 'order', provider: 'MERCADO_PAGO', id };
const shows = (status: string, more = {}) => ({ id, status, ...more });
const lost = { kind: 'lost', answered: true, reason: 'no status' };
const atTerminal = { kind: 'accepted', snapshot: { status: 'AT_TERMINAL' } };

function row(
  status: number,
  code: string | null,
  means: string,
  told: ErrorFixture['told'] = 'refused',
  bodies = envelopes(status, code ?? 'never_seen'),
): ErrorFixture {
  return { status, code, means, told, bodies };
}

export const mercadoPagoOrders: AdapterFixtures = {
  name: 'Mercado Pago orders',
  definition: mercadoPago,
  ...account,
  target,
  requests: {
    cancel: [
      {
        given: { reason: 'FRAUD' },
        sent: {
          method: 'POST',
          url: `/v1/orders/${id}/cancel`,
          body: '',
          headers: {
            authorization: `Bearer ${ordersAccessToken}`,
            'x-idempotency-key': upstreamKeyOf({ tenant: 'default', target, generation: 0 }),
            'x-allow-cancelable-status': 'at_terminal',
          },
        },
        without: ['content-type'],
      },
    ],
    read: { method: 'GET', url: `/v1/orders/${id}`, headers: { authorization: `Bearer ${ordersAccessToken}` } },
  },
  cancelled: { id, status: 'canceled' },
  foreign: [
    { id: 'ord01j49mmw3ssbk5psv3dfr32950', status: 'canceled' },
    { id: 'ORD01J49MMW3SSBK5PSV3DFR32950', status: 'canceled' },
  ],
  unnamed: [{ status: 'canceled' }, { id: null, status: 'canceled' }, { data: { id }, status: 'canceled' }],
  ofProvider: [],
  tables: [ordersErrors],
  errors: [
    row(400, 'invalid_path_param', 'INVALID_ORDER_ID'),
    row(400, 'empty_required_header', 'IDEMPOTENCY_KEY_REQUIRED'),
    row(400, 'invalid_idempotency_key_length', 'INVALID_IDEMPOTENCY_KEY'),
    row(401, '401', 'ACCESS_TOKEN_INVALID'),
    row(401, 'unauthorized', 'ACCESS_TOKEN_INVALID'),
    row(401, 'invalid_credentials', 'TEST_CREDENTIALS_NOT_SUPPORTED'),
    row(403, 'PA_UNAUTHORIZED_RESULT_FROM_POLICIES', 'PROVIDER_FORBIDDEN'),
    row(404, 'order_not_found', 'ORDER_NOT_FOUND'),
    row(409, 'cannot_cancel_order', 'ORDER_NOT_CANCELLABLE'),
    row(409, 'order_already_cancelled', 'ORDER_ALREADY_CANCELLED'),
    row(409, 'order_already_canceled', 'ORDER_ALREADY_CANCELLED'),
    row(409, 'idempotency_key_already_used', 'IDEMPOTENCY_KEY_ALREADY_USED'),
    row(422, null, 'ORDER_NOT_CANCELLABLE', 'too-soon'),
    row(423, null, 'IDEMPOTENCY_KEY_IN_PROGRESS'),
    row(500, 'idempotency_validation_failed', 'IDEMPOTENCY_KEY_ALREADY_USED'),
    row(400, 'idempotency_validation_failed', 'IDEMPOTENCY_KEY_ALREADY_USED'),
    row(500, 'internal_error', 'PROVIDER_INTERNAL_ERROR', 'failed'),
  ],
  unlisted: { errors: [{ code: 'never_seen', message: 'said so' }] },
  cancels: [
    [200, shows('canceled'), { kind: 'cancelled', snapshot: { status: 'CANCELLED', statusRaw: 'canceled' } }],
    [200, shows('cancelled'), { kind: 'cancelled', snapshot: { status: 'CANCELLED', statusRaw: 'cancelled' } }],
    [200, shows('canceled', { id: id.toLowerCase() }), { kind: 'cancelled', snapshot: { id } }],
    [202, shows('canceled'), { kind: 'cancelled' }],
    [202, shows('at_terminal', { status_detail: 'cancellation_requested' }), atTerminal],
    [202, shows('at_terminal'), atTerminal],
    [200, shows('at_terminal', { status_detail: 'cancellation_requested' }), atTerminal],
    [200, shows('at_terminal'), { kind: 'not-cancelled', snapshot: { status: 'AT_TERMINAL' } }],
    [200, shows('processed'), { kind: 'not-cancelled', snapshot: { status: 'PROCESSED' } }],
    [200, shows('constructor'), { kind: 'not-cancelled', snapshot: { status: 'UNRECOGNIZED' } }],
    [200, { id }, lost],
    [200, shows('400'), lost],
    [400, { errors: [{ code: 'invalid_path_param' }] }, { kind: 'refused', code: 'INVALID_ORDER_ID' }],
    [402, { errors: [{ code: 'failed' }], data: { id: 'x' } }, { kind: 'unrecognized' }],
    [409, { id: 'x', code: 'never_seen' }, { kind: 'unrecognized' }],
    [422, '', { kind: 'too-soon', code: 'ORDER_NOT_CANCELLABLE' }],
    [422, {}, { kind: 'too-soon', code: 'ORDER_NOT_CANCELLABLE' }],
    [500, { errors: [{ code: '500' }] }, { kind: 'failed' }],
  ],
  reads: [
    [200, shows('created'), { kind: 'found', snapshot: { id, status: 'CREATED' } }],
    [200, shows('created', { id: id.toLowerCase() }), { kind: 'found', snapshot: { id } }],
    [400, { errors: [{ code: 'invalid_path_param' }] }, { kind: 'refused', code: 'INVALID_ORDER_ID' }],
    [200, { id }, lost],
  ],
  never: ['not-implemented'],
};
