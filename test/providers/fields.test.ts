import { describe, expect, it } from 'vitest';
import { at, count, flag, httpsUrl, instant, object, objects, term, text } from '../../src/providers/fields.ts';

/** The reader of JSON gives numbers as text, in their source digits. */
const first = { id: '1' };
const second = { id: '2' };

describe('a member', () => {
  it.each([
    ['there', first, 'id', '1'],
    ['not there', first, 'name', undefined],
    ['of no object', null, 'id', undefined],
    ['that every object inherits', first, 'toString', undefined],
  ])('%s', (_, json, name, value) => {
    expect(at(json, name)).toBe(value);
  });
});

describe('a text', () => {
  it.each([
    ['75.76', '75.76'],
    [' ', ' '],
    ['x'.repeat(1_001), 'x'.repeat(1_000)],
    ['', null],
    [true, null],
    [null, null],
    [undefined, null],
    [['a'], null],
  ])('%j is %j', (json, value) => {
    expect(text(json)).toBe(value);
  });
});

describe('an object', () => {
  it.each([
    [first, first],
    [[first, second], first],
    [[], null],
    [['a', first], null],
    ['a', null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (json, value) => {
    expect(object(json)).toEqual(value);
  });

  it.each([
    [
      [first, 'a', null, second],
      [first, second],
    ],
    [[], []],
    [first, []],
    ['ab', []],
    [undefined, []],
  ])('the list %j has %j', (json, value) => {
    expect(objects(json)).toEqual(value);
  });
});

describe('an https address', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTPS://Example.com', 'https://example.com/'],
    [' https://example.com/\n', 'https://example.com/'],
    [`https://example.com/${'x'.repeat(1_980)}`, `https://example.com/${'x'.repeat(1_980)}`],
    [`https://example.com/${'x'.repeat(1_981)}`, null],
    ['http://example.com/', null],
    ['javascript:alert(1)', null],
    ['https://user@example.com/', null],
    ['https://:password@example.com/', null],
    ['https://', null],
    ['example.com', null],
    ['', null],
    [['https://example.com/'], null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (json, value) => {
    expect(httpsUrl(json)).toBe(value);
  });
});

describe('a flag', () => {
  it.each([
    [true, true],
    ['true', true],
    [false, false],
    ['false', false],
    ['', null],
    ['1', null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (json, value) => {
    expect(flag(json)).toBe(value);
  });
});

describe('a count', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['3.0', 3],
    ['3.00', 3],
    ['999999999', 999_999_999],
    ['1000000000', null],
    ['3.5', null],
    ['3.05', null],
    ['3.', null],
    ['-3', null],
    ['3 times', null],
    ['about 3', null],
    ['', null],
    [true, null],
    [['3'], null],
    [undefined, null],
  ])('%j is %j', (json, value) => {
    expect(count(json)).toBe(value);
  });
});

describe('an instant', () => {
  it.each([
    ['2024-08-26T13:06:51Z', '2024-08-26T13:06:51.000Z'],
    ['2024-08-26T13:06:51.5Z', '2024-08-26T13:06:51.500Z'],
    ['2024-08-26T13:06:51.045317772Z', '2024-08-26T13:06:51.045Z'],
    ['2021-12-10T17:13:23.000-04:00', '2021-12-10T21:13:23.000Z'],
    ['2021-12-10T17:13:23-0400', '2021-12-10T21:13:23.000Z'],
    ['2021-12-10T17:13:23-04', null],
    ['2021-12-10t17:13:23z', '2021-12-10T17:13:23.000Z'],
    ['9999-12-31T23:59:59-04:00', null],
    ['2023-06-02T17:04:19', null],
    ['2023-06-02', null],
    ['on 2023-06-02T17:04:19Z', null],
    ['2023-06-02T17:04:19Z or so', null],
    ['2023-13-02T17:04:19Z', null],
    ['PT30M', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j is %j', (json, value) => {
    expect(instant(json)).toBe(value);
  });
});

it.each([
  ['cc_rejected_insufficient_amount', 'cc_rejected_insufficient_amount'],
  ['in-process.2', 'in-process.2'],
  ['\u001b[31m APP_USR-1-x 4111 1111 1111 1111', '\\u001b[31m [redacted] [redacted number]'],
  [`a b${'c'.repeat(400)}`, `a b${'c'.repeat(252)}…`],
  ['', null],
  [null, null],
])('a word of a provider is told as it is, anything else as it may be: %j', (json, told) => {
  expect(term(json)).toBe(told);
});
