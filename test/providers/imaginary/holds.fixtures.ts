import { upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
import type { Target } from '../../../src/cancellation/target/target.ts';
import type { AdapterFixtures, ErrorFixture } from '../adapter-fixtures.ts';
import { holdsErrors } from './holds.errors.ts';
import { imaginary } from './index.ts';

const hold = 'hold-abcdefgh';
const target: Target = { kind: 'payment', provider: 'IMAGINARY', id: hold };
const once = upstreamKeyOf({ tenant: 'default', target, generation: 0 });
const shows = (state: string) => ({ hold, state, cents: 1250, currency: 'USD' });
const error = (code: string) => ({ error: { code, message: 'said so' } });
const row = (
  status: number,
  code: string | null,
  means: string,
  told: ErrorFixture['told'] = 'refused',
): ErrorFixture => {
  return { status, code, means, told, bodies: [error(code ?? 'never_seen')] };
};

const sent = {
  method: 'POST',
  url: `/v1/holds/${hold}/release`,
  headers: { 'x-api-key': 'imaginary-key', 'content-type': 'application/x-www-form-urlencoded' },
};

export const imaginaryHolds: AdapterFixtures = {
  name: 'imaginary holds',
  definition: imaginary,
  settings: (baseUrl) => ({ IMAGINARY_BASE_URL: baseUrl, IMAGINARY_API_KEY: 'imaginary-key' }),
  secrets: ['imaginary-key'],
  target,
  requests: {
    cancel: [
      { given: {}, sent: { ...sent, body: `once=${once}` } },
      { given: { reason: 'OUT_OF_STOCK' }, sent: { ...sent, body: `once=${once}&reason=out+of+stock` } },
    ],
    read: { method: 'GET', url: `/v1/holds/${hold}`, headers: { 'x-api-key': 'imaginary-key' } },
  },
  cancelled: shows('released'),
  foreign: [{ ...shows('released'), hold: 'hold-bbbbbbbb' }],
  unnamed: [{ state: 'released' }],
  ofProvider: [],
  tables: [holdsErrors],
  errors: [
    row(401, 'key_unknown', 'ACCESS_TOKEN_INVALID'),
    row(404, 'hold_unknown', 'PAYMENT_NOT_FOUND'),
    row(409, 'hold_taken', 'PAYMENT_NOT_CANCELLABLE'),
    row(425, 'hold_too_young', 'PAYMENT_NOT_CANCELLABLE', 'too-soon'),
    row(501, null, 'MANUAL_CANCELLATION_REQUIRED', 'not-implemented'),
    row(500, 'out_of_order', 'PROVIDER_INTERNAL_ERROR', 'failed'),
  ],
  unlisted: error('never_seen'),
  cancels: [
    [200, shows('released'), { kind: 'cancelled', snapshot: { amount: { amount: '12.50', currency: 'USD' } } }],
    [202, shows('held'), { kind: 'accepted', snapshot: { status: 'AUTHORIZED' } }],
    [200, shows('taken'), { kind: 'not-cancelled', snapshot: { status: 'APPROVED' } }],
    [200, shows('floating'), { kind: 'not-cancelled', snapshot: { status: 'UNRECOGNIZED', statusRaw: 'floating' } }],
  ],
  reads: [[200, shows('held'), { kind: 'found', snapshot: { status: 'AUTHORIZED' } }]],
  never: [],
};
