import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../src/cancellation/record/record.ts';
import { generationAfterBurntKey, upstreamKeyOf } from '../../../src/cancellation/record/upstream-key.ts';
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

describe('the other spelling', () => {
  it('has a key of its own, which follows from generation and spelling', () => {
    const name = 'v1|tenant|MERCADO_PAGO|cancel_payment|123|0|canceled';
    expect(upstreamKeyOf(source, 'canceled')).toBe(createHash('sha256').update(name).digest('base64url'));
    expect(upstreamKeyOf({ ...source, generation: 1 }, 'canceled')).not.toBe(upstreamKeyOf(source, 'canceled'));
  });
});

describe('after a burnt key', () => {
  const sent = (generation: number, spelling: string | null = null) => {
    return { upstreamKey: upstreamKeyOf({ ...source, generation }, spelling), spelling };
  };

  it.each<[string, number, readonly Pick<Attempt, 'upstreamKey' | 'spelling'>[], number]>([
    ['comes the next generation', 0, [sent(0)], 1],
    ['comes the next, whatever its spelling', 4, [sent(4, 'canceled')], 5],
    ['comes no other before the next was used', 1, [sent(0)], 1],
    ['comes a third', 1, [sent(0), sent(1)], 2],
    ['comes no fourth', 2, [sent(0), sent(1), sent(2)], 2],
    ['comes a third of this record, whatever came before it', 7, [sent(6), sent(7)], 8],
    ['comes none of reads', 0, [{ upstreamKey: null, spelling: null }], 0],
  ])('%s', (_, generation, attempts, next) => {
    expect(generationAfterBurntKey({ ...source, generation, attempts })).toBe(next);
  });
});
