import { describe, expect, it } from 'vitest';
import { readNotification } from '../../../src/providers/mercado-pago/webhook.ts';
import { Secret } from '../../../src/providers/secret.ts';

const secret = new Secret('0f1e2d3c4b5a69788796a5b4c3d2e1f00123456789abcdef0123456789abcdef');
const requestId = 'bb56a2f1-6aae-46ac-982e-9dcd3581d08e';
const seconds = '1789487640';
const milliseconds = '1789487640123';
const now = 1_789_487_640_500;
const order = 'ORD01JQ4S4KY8HWQ6NA5PXB65B3D3';

/** Made by `openssl dgst -sha256 -hmac` over these manifests, with the secret above. */
const digests = {
  [`id:123456789;request-id:${requestId};ts:${seconds};`]:
    '03350bb81b17526883e55498bd5b71d3227ed4aab2bb44a3aaf9833846bee560',
  [`id:123456789;request-id:${requestId};ts:${milliseconds};`]:
    'e19062686477794f64b499e5c0845c3c806a4914851efd260fc264e63a296bd5',
  [`id:${order};request-id:${requestId};ts:${seconds};`]:
    'fe0d000bc19fca75e5064fb1714dffacc228d2169ec68774929047e882158fe5',
  [`id:${order.toLowerCase()};request-id:${requestId};ts:${milliseconds};`]:
    '288e7ffa85552d8b26cc910a3b6a4ac02981b1bced6d76ebc279cffcc3451452',
  [`id:123456789;ts:${seconds};`]: '6f586d038d30261e799b32183ae3c7588ddeab3d060abd2c4561bc2f862128cd',
  [`request-id:${requestId};ts:${seconds};`]: '19726926391dcdd32facf1dcb50d3c4033c127a83c3d654b5933be0e79ce0040',
  withoutLastSemicolon: '80b64a86724212fdf32e400adec2f5f68d2803d6d17080468429ed804201d919',
};
const ofPayment = digests[`id:123456789;request-id:${requestId};ts:${seconds};`];

interface Arrival {
  readonly query?: string;
  readonly signature?: string | null;
  readonly requestId?: string | null;
  readonly at?: number;
  readonly by?: Secret;
}

/** The notification about the payment, signed in seconds, but for what is told otherwise. */
function read(arrival: Arrival) {
  const told = {
    query: 'data.id=123456789&type=payment',
    signature: `ts=${seconds},v1=${ofPayment}`,
    requestId,
    ...arrival,
  };
  const headers: Record<string, string | null> = { 'x-signature': told.signature, 'x-request-id': told.requestId };
  const header = (name: string) => headers[name] ?? undefined;
  return readNotification({ query: told.query, header }, told.by ?? secret, told.at ?? now);
}

const signed = (manifest: string) => {
  const [, ts] = /ts:(\d+);/.exec(manifest) ?? [];
  return `ts=${ts},v1=${digests[manifest]}`;
};
const payment = { kind: 'changed', target: { kind: 'payment', id: '123456789' } };
const refused = { kind: 'refused' };
const minute = 60_000;

describe('a notification of Mercado Pago', () => {
  it.each<[string, Arrival, object]>([
    ['signed in seconds', {}, payment],
    [
      'signed in milliseconds',
      { signature: signed(`id:123456789;request-id:${requestId};ts:${milliseconds};`) },
      payment,
    ],
    [
      'signed over the id as it is written',
      { query: `data.id=${order}&type=order`, signature: signed(`id:${order};request-id:${requestId};ts:${seconds};`) },
      { kind: 'changed', target: { kind: 'order', id: order } },
    ],
    [
      'signed over the id in lower case',
      {
        query: `data.id=${order}&type=orders`,
        signature: signed(`id:${order.toLowerCase()};request-id:${requestId};ts:${milliseconds};`),
      },
      { kind: 'changed', target: { kind: 'order', id: order } },
    ],
    ['without a request id', { requestId: null, signature: signed(`id:123456789;ts:${seconds};`) }, payment],
    ['with its parts the other way round', { signature: `v1=${ofPayment}, ts=${seconds}` }, payment],
    ['with a part that is not known yet', { signature: `ts=${seconds},v1=${ofPayment},v2=abc` }, payment],
    ['that took five minutes', { at: now + 5 * minute - 1_000 }, payment],
    ['of a clock that is ahead', { at: now - 5 * minute + 1_000 }, payment],
    ['about something else', { query: 'data.id=123456789&type=plan' }, { kind: 'ignored' }],
    ['about nothing', { query: 'data.id=123456789' }, { kind: 'ignored' }],
    [
      'without an id',
      { query: 'type=payment', signature: signed(`request-id:${requestId};ts:${seconds};`) },
      { kind: 'ignored' },
    ],
  ])('%s is genuine', (_what, arrival, reading) => {
    expect(read(arrival)).toEqual(reading);
  });

  it.each<[string, Arrival]>([
    ['signed with another secret', { by: new Secret('another') }],
    ['whose id was changed', { query: 'data.id=123456788&type=payment' }],
    ['whose id is given twice', { query: 'data.id=123456789&data.id=123456788&type=payment' }],
    ['whose id was taken away', { query: 'type=payment' }],
    ['whose request id was changed', { requestId: 'bb56a2f1' }],
    ['whose request id was taken away', { requestId: null }],
    ['whose instant was changed', { signature: `ts=1789487641,v1=${ofPayment}` }],
    ['whose digest was changed', { signature: `ts=${seconds},v1=${ofPayment?.replace('0', '1')}` }],
    ['without a signature', { signature: null }],
    ['with an empty signature', { signature: '' }],
    ['without an instant', { signature: `v1=${ofPayment}` }],
    ['without a digest', { signature: `ts=${seconds}` }],
    ['with a short digest', { signature: `ts=${seconds},v1=${ofPayment?.slice(1)}` }],
    ['with a digest of letters beyond ASCII', { signature: `ts=${seconds},v1=${'é'.repeat(64)}` }],
    ['with a digest of another version', { signature: `ts=${seconds},v2=${ofPayment}` }],
    ['with a negative instant', { signature: `ts=-${seconds},v1=${ofPayment}` }],
    ['without the last semicolon', { signature: `ts=${seconds},v1=${digests.withoutLastSemicolon}` }],
    ['replayed after more than five minutes', { at: now + 5 * minute + 1_000 }],
    ['signed for more than five minutes from now', { at: now - 5 * minute - 1_000 }],
    ['longer than any', { requestId: 'x'.repeat(300) }],
  ])('%s is refused', (_what, arrival) => {
    expect(read(arrival)).toEqual(refused);
  });

  it('of the older kind, whose signature nobody can check, is refused', () => {
    expect(read({ query: 'id=123456789&topic=payment' })).toEqual(refused);
  });
});
