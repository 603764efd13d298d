import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
import { orderTarget, paymentTarget } from '../../doubles/snapshots.ts';
import { sampleRecord } from '../samples.ts';

const source = { tenant: 'tenant', target: paymentTarget, generation: 0 };

describe('the upstream key', () => {
  it.each([
    [source, 'v1|tenant|MERCADO_PAGO|cancel_payment|123|0'],
    [
      { tenant: 'other', target: orderTarget, generation: 2 },
      'v1|other|MERCADO_PAGO|cancel_order|ORD01KCREATED0000000000000000|2',
    ],
  ])('is the hash of what it stands for: %j', (from, name) => {
    expect(upstreamKeyOf(from)).toBe(createHash('sha256').update(name).digest('base64url'));
  });

  it('fits every provider: 43 characters of base64url', () => {
    expect(upstreamKeyOf(source)).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['tenant', { ...source, tenant: 'other' }],
    ['provider', { ...source, target: { ...paymentTarget, provider: 'VTEX' } }],
    ['kind', { ...source, target: { ...paymentTarget, kind: 'order' as const } }],
    ['id', { ...source, target: { ...paymentTarget, id: '124' } }],
    ['generation', { ...source, generation: 1 }],
  ])('differs for another %s', (_, other) => {
    expect(upstreamKeyOf(other)).not.toBe(upstreamKeyOf(source));
  });

  it("follows from nothing else: neither the client's key nor the attempt", () => {
    const record = sampleRecord({ idempotencyKey: 'another', requestedBy: 'somebody', attempts: [], fence: 9 });
    expect(upstreamKeyOf(record)).toBe(upstreamKeyOf(source));
  });
});
