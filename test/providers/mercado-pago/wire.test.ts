import { describe, expect, it } from 'vitest';
import { errorIn, isCancelled, money, statusIn } from '../../../src/providers/mercado-pago/wire.ts';
import type { JsonObject } from '../../../src/rest/json.ts';

const listed = (code: string, message: string) => ({ code, message });
const cause = (code: string, description: string) => ({ code, description, data: null });

/** One envelope inside another: which of them is read. */
const errors: [name: string, body: JsonObject, code: string | null, message: string | null][] = [
  ['the first of errors[]', { errors: [listed('1', 'a'), listed('2', 'b')] }, '1', 'a'],
  ['the first of cause[]', { cause: [cause('1', 'a'), cause('2', 'b')] }, '1', 'a'],
  ['errors[] before cause[]', { cause: [cause('2', 'b')], errors: [listed('1', 'a')] }, '1', 'a'],
  ['errors[] before code', { errors: [listed('1', 'a')], code: '2', message: 'b' }, '1', 'a'],
  ['cause[] before code', { cause: [cause('1', 'b')], code: '2', message: 'a' }, '1', 'a'],
  ['cause[] before error', { cause: [cause('1', 'b')], error: '2', message: 'a' }, '1', 'a'],
  ['code before error', { error: '2', code: '1', message: 'a' }, '1', 'a'],
  ['error alone', { error: '104', cause: [] }, '104', null],
  ["the body's message before that of a cause", { message: 'a', cause: [cause('1', 'b')] }, '1', 'a'],
  ['a cause as an object', { cause: cause('1', 'a') }, '1', 'a'],
  ['an error without a code', { errors: [{ message: 'a' }], code: '1' }, '1', 'a'],
  ['nothing of the kind', { errorKey: 'odd', errors: [], cause: null }, null, null],
];

describe('an error', () => {
  it.each(errors)('is read from %s', (_, body, code, message) => {
    expect(errorIn(body)).toEqual({ code, message });
  });
});

describe('a status', () => {
  it.each([
    ['pending', 'pending'],
    ['Canceled', 'Canceled'],
    ['3ds_pending', '3ds_pending'],
    ['phase_2', 'phase_2'],
    ['400', null],
    ['', null],
    [null, null],
    [true, null],
  ])('%j is %j', (status, expected) => {
    expect(statusIn({ status })).toBe(expected);
  });

  it('is absent where the body has none', () => {
    expect(statusIn({})).toBeNull();
  });

  it.each([
    ['cancelled', true],
    ['canceled', true],
    ['CANCELLED', false],
    ['cancelling', false],
    ['cancellation_requested', false],
  ])('%s means cancelled: %j', (status, expected) => {
    expect(isCancelled(status)).toBe(expected);
  });
});

describe('money', () => {
  it.each([
    ['75.76', 'BRL', { amount: '75.76', currency: 'BRL' }],
    ['75.760', 'BRL', { amount: '75.760', currency: 'BRL' }],
    ['50.00', null, { amount: '50.00', currency: null }],
    ['120', 'ARS', { amount: '120', currency: 'ARS' }],
    ['0', 'ARS', { amount: '0', currency: 'ARS' }],
    ['1.5e3', 'ARS', { amount: '1500', currency: 'ARS' }],
    ['9007199254740993.01', 'COP', { amount: '9007199254740993.01', currency: 'COP' }],
    ['free', 'BRL', null],
    ['1,50', 'BRL', null],
    ['', 'BRL', null],
    [null, 'BRL', null],
    [undefined, 'BRL', null],
  ])('%j in %j is %j', (amount, currency, expected) => {
    expect(money(amount, currency)).toEqual(expected);
  });
});
