import { describe, expect, it } from 'vitest';
import { hideCardNumbers } from '../../src/redaction/card-numbers.ts';

const hidden = '[redacted number]';

describe('a card number is hidden', () => {
  it.each([
    ['of 13 digits', '4222222222222'],
    ['of 15', '378282246310005'],
    ['of 16', '4111111111111111'],
    ['of 16 with nines', '6011000990139424'],
    ['of 19', '4111111111111111110'],
    ['in groups', '4111 1111 1111 1111'],
    ['in dashed groups', '5555-5555-5555-4444'],
    ['in dotted groups', '4111.1111.1111.1111'],
    ['in groups with slashes', '4111/1111/1111/1111'],
    ['in groups with underscores', '4111_1111_1111_1111'],
    ['in groups with two spaces', '4111  1111  1111  1111'],
    ['in groups with spaced dashes', '4111 - 1111 - 1111 - 1111'],
    ['in groups with long dashes', '4111\u20131111\u20131111\u20131111'],
    ['in groups with spaces that do not break', '4111\u00a01111\u00a01111\u00a01111'],
    ['in groups with tabs', '4111\t1111\t1111\t1111'],
    ['in wide digits', '４１１１１１１１１１１１１１１１'],
    ['in groups of any length', '3782 822463 10005'],
  ])('%s', (_, card) => {
    expect(hideCardNumbers(card)).toBe(hidden);
    expect(hideCardNumbers(`card ${card}, refused`)).toBe(`card ${hidden}, refused`);
  });

  it.each([
    ['31 12 4111 1111 1111 1111', `31 12 ${hidden}`],
    ['4111 1111 1111 1111 12 2030', `${hidden} 12 2030`],
    ['on 31 12 4111111111111111 12 2030 too', `on 31 12 ${hidden} 12 2030 too`],
    ['4111111111111111 5555555555554444', `${hidden} ${hidden}`],
    ['4111111111111111 and 5555-5555-5555-4444', `${hidden} and ${hidden}`],
  ])('among other digits: %s', (text, shown) => {
    expect(hideCardNumbers(text)).toBe(shown);
  });
});

describe('other digits are shown', () => {
  it.each([
    ['twelve that pass the check', '411111111117'],
    ['twenty that pass the check', '77777777777777777777'],
    ['sixteen that fail it', '4111111111111112'],
    ['sixteen with a nine too many', '6011000990139425'],
    ['groups that fail it together', '4111 1111 1111 1112'],
    ['a date', '2026-01-31 12:00'],
    ['an instant', '2026-01-31T12:00:00.123Z'],
    ['an amount', '1.234.567,89'],
    ['an address', '192.168.100.200:8080'],
    ['none', 'Payment not found'],
  ])('%s', (_, text) => {
    expect(hideCardNumbers(text)).toBe(text);
  });
});
