import { describe, expect, it } from 'vitest';
import { exactDecimal } from '../../../src/cancellation/target/money.ts';

describe('an exact decimal', () => {
  it.each([
    ['75.76', '75.76'],
    ['50.00', '50.00'],
    ['0', '0'],
    ['120', '120'],
    ['-1.50', '-1.50'],
    ['+7', '7'],
    ['007.50', '007.50'],
    [' 7 ', '7'],
    // No double holds this one.
    ['90071992547409931.01', '90071992547409931.01'],
  ])('keeps the digits of %j', (text, plain) => {
    expect(exactDecimal(text)).toBe(plain);
  });

  it.each([
    ['1.5e3', '1500'],
    ['1.5E3', '1500'],
    ['1.5e+3', '1500'],
    ['2e0', '2'],
    ['2.50e0', '2.50'],
    ['1.234e2', '123.4'],
    ['1.23e2', '123'],
    ['0.05e1', '0.5'],
    ['0.5e2', '50'],
    ['0e5', '0'],
    ['-1.5e3', '-1500'],
    ['12e-1', '1.2'],
    ['5e-1', '0.5'],
    ['12e-2', '0.12'],
    ['5e-3', '0.005'],
    ['-5e-3', '-0.005'],
    ['1e12', '1000000000000'],
  ])('writes out the exponent of %s', (text, plain) => {
    expect(exactDecimal(text)).toBe(plain);
  });

  it.each([
    '',
    ' ',
    '.',
    '1.',
    '.5',
    '1,5',
    '1.2.3',
    '1 000',
    '--1',
    'e3',
    '1e',
    '1e1.5',
    '1e--1',
    '0x10',
    'NaN',
    'Infinity',
    'R$ 5',
    '5 BRL',
    // An exponent that would write a million zeros.
    '1e100',
  ])('refuses %j', (text) => {
    expect(exactDecimal(text)).toBeNull();
  });
});
