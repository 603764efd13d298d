import { describe, expect, it } from 'vitest';
import {
  fingerprintOf,
  isValidKey,
  keyLength,
  keyOfItem,
  shownKey,
} from '../../../src/cancellation/record/idempotency.ts';
import { orderTarget, paymentTarget } from '../samples.ts';

describe("a client's key", () => {
  it.each(['k', '0b9f6c1e-8a52-4f4e-9d2c-1f5a7e3b2c10', '!~', 'x'.repeat(64)])('may be %s', (key) => {
    expect(isValidKey(key)).toBe(true);
  });

  it.each(['', ' ', 'a b', 'a\n', '\ta', 'ключ', 'é', '\u007f', '\u0000', 'x'.repeat(65)])('may not be %j', (key) => {
    expect(isValidKey(key)).toBe(false);
  });

  it('has 1 to 64 characters', () => {
    expect(keyLength).toEqual({ min: 1, max: 64 });
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
  const key = keyOfItem('request', 'payment', '123');

  it('is the same whenever the same is asked, and can be accepted', () => {
    expect(keyOfItem('request', 'payment', '123')).toBe(key);
    expect(key).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['request', keyOfItem('other', 'payment', '123')],
    ['kind', keyOfItem('request', 'order', '123')],
    ['id', keyOfItem('request', 'payment', '124')],
  ])('differs for another %s', (_, other) => {
    expect(other).not.toBe(key);
  });
});

describe('a fingerprint', () => {
  const fingerprint = fingerprintOf(paymentTarget, null);

  it('is a SHA-256 in hex, the same for the same input', () => {
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprintOf({ ...paymentTarget }, null)).toBe(fingerprint);
  });

  it.each([
    ['kind', fingerprintOf({ ...paymentTarget, kind: 'order' }, null)],
    ['provider', fingerprintOf({ ...paymentTarget, provider: 'VTEX' }, null)],
    ['id', fingerprintOf({ ...paymentTarget, id: '124' }, null)],
    ['authorization', fingerprintOf(paymentTarget, 'authorization')],
    // Without something between the parts these two would meet.
    ['place for the same letters', fingerprintOf({ ...paymentTarget, provider: 'MERCADO_PAGO1', id: '23' }, null)],
  ])('differs for another %s', (_, other) => {
    expect(other).not.toBe(fingerprint);
  });

  it('never changes, for old keys are held against it', () => {
    expect(fingerprintOf(orderTarget, 'authorization')).toBe(
      'bd7a279197f28098363d9bbb7c7d507bc011f284e208026c2021657ed20ae0a0',
    );
  });
});
