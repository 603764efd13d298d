import { describe, expect, it } from 'vitest';
import { fingerprintOf, isValidKey, keyOfItem, shownKey } from '../../../src/cancellation/record/idempotency.ts';
import { orderTarget, paymentTarget } from '../../doubles/snapshots.ts';

describe("a client's key", () => {
  it.each(['k', '0b9f6c1e-8a52-4f4e-9d2c-1f5a7e3b2c10', '!~', 'x'.repeat(64)])('may be %s', (key) => {
    expect(isValidKey(key)).toBe(true);
  });

  it.each(['', ' ', 'a b', 'a\n', '\ta', 'ключ', 'é', '\u007f', '\u0000', 'x'.repeat(65)])('may not be %j', (key) => {
    expect(isValidKey(key)).toBe(false);
  });
});

describe('a refused key', () => {
  it.each([
    ['', ''],
    ['plain-key', 'plain-key'],
    ['a b', 'a\\u0020b'],
    ['a\r\nb', 'a\\u000d\\u000ab'],
    ['é', '\\u00e9'],
    ['\u2028', '\\u2028'],
    ['!~', '!~'],
    ['\u007f', '\\u007f'],
  ])('%j is shown as %s', (key, shown) => {
    expect(shownKey(key)).toBe(shown);
  });

  it.each([
    ['a long one', 'x'.repeat(1_000), 'x'.repeat(64)],
    ['one that escaping makes long', ' '.repeat(64), '\\u0020'.repeat(11).slice(0, 64)],
  ])('is cut to 64 characters: %s', (_, key, shown) => {
    expect(shownKey(key)).toBe(shown);
  });
});

describe('the key of an item of a bulk request', () => {
  it('is the same whenever the same is asked, and can be accepted', () => {
    expect(keyOfItem('request', 'payment', '123')).toBe('q_P88AvuwZCsFg3FwBdQdG_hdW9wIL_MQ-8CyTiRxyc');
  });

  it.each([
    ['request', ['other', 'payment', '123']],
    ['kind', ['request', 'order', '123']],
    ['id', ['request', 'payment', '124']],
  ] as const)('differs for another %s', (_, [request, kind, id]) => {
    expect(keyOfItem(request, kind, id)).not.toBe(keyOfItem('request', 'payment', '123'));
  });
});

describe('a fingerprint', () => {
  // Keys that were stored are held against it: a fingerprint that changes refuses them all.
  it.each([
    [paymentTarget, null, 'f9d7c03f334be0b06d90fa4a7e385527ac3e1b5b14ec71e3c630c6d52d51ea6e'],
    [orderTarget, 'authorization', 'bd7a279197f28098363d9bbb7c7d507bc011f284e208026c2021657ed20ae0a0'],
  ])('of %j with the authorization %s never changes', (target, authorizationId, fingerprint) => {
    expect(fingerprintOf(target, authorizationId)).toBe(fingerprint);
  });

  it.each([
    ['kind', { ...paymentTarget, kind: 'order' as const }, null],
    ['provider', { ...paymentTarget, provider: 'VTEX' }, null],
    ['id', { ...paymentTarget, id: '124' }, null],
    ['authorization', paymentTarget, 'authorization'],
    // Without something between the parts these two would meet.
    ['place for the same letters', { ...paymentTarget, provider: 'MERCADO_PAGO1', id: '23' }, null],
  ])('differs for another %s', (_, target, authorizationId) => {
    expect(fingerprintOf(target, authorizationId)).not.toBe(fingerprintOf(paymentTarget, null));
  });
});
