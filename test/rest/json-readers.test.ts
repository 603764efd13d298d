import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parse } from 'lossless-json';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelled, pending, textsOf } from '../../bench/provider/payment.ts';
import { sandboxIds } from '../../src/emulator/index.ts';
import { parseWhereExact } from '../../src/rest/exact-json.ts';
import { parseJson } from '../../src/rest/json.ts';
import { cancel, type Provider, startProvider } from '../emulator/provider.ts';
import { generatedCases } from '../generated-cases.ts';

/** The reader that is exact with every text; undefined where it finds no JSON. */
function losslessly(text: string): unknown {
  try {
    return parse(text, null, { parseNumber: (digits) => digits });
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function expectSame(text: string): void {
  const [read, exact] = [parseJson(text), losslessly(text)];
  // The members in their order, and no prototype but the usual one.
  expect(JSON.stringify(read)).toBe(JSON.stringify(exact));
  expect(isDeepStrictEqual(read, exact)).toBe(true);
}

const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^\\d{${least},${most}}$`));
const number = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(String) },
  { weight: 3, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)) },
  fc
    .tuple(fc.constantFrom('', '-'), digits(1, 20), digits(0, 20), fc.constantFrom('', 'e1', 'E+2', 'e-7', 'e400'))
    .map(([sign, whole, fraction, power]) => `${sign}${BigInt(whole)}${fraction === '' ? '' : `.${fraction}`}${power}`),
  fc.constantFrom(
    '-0',
    '-0.0',
    '0.0',
    '1.10',
    '0.0000001',
    '1e2',
    '123456789012345',
    '1234567890123456',
    '01',
    '-',
    '+1',
    '.5',
    '1.',
  ),
);
const string = fc.oneof(
  fc.string().map((text) => JSON.stringify(text)),
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    '"\\\\"',
    '"\\\\\\""',
    '"a:1"',
    '"\\u0061"',
    '"a"',
    '"\\ud800"',
    '"1e5"',
    '"{"',
    '"\\x"',
    '"\u0001"',
    '"',
  ),
);
/** Few names, some of which are the same name in another spelling. */
const name = fc.oneof(
  fc.constantFrom('"a"', '"\\u0061"', '"b"', '"__proto__"', '"constructor"', '"1"', '"01"', '""', '"\\""'),
  string,
);
const space = fc.constantFrom('', '', '', ' ', '\n', '\t\r ', '\u00a0');

/** Texts of JSON as it may be written, and a few that are none. */
const { value: json } = fc.letrec((tie) => {
  const spaced = fc.tuple(space, tie('value'), space).map((parts) => parts.join(''));
  const member = fc
    .tuple(space, name, space, spaced)
    .map(([before, key, after, text]) => `${before}${key}${after}:${text}`);
  return {
    value: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom('true', 'false', 'null'),
      number,
      string,
      fc.array(spaced, { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
      fc.array(member, { maxLength: 5 }).map((members) => `{${members.join(',')}}`),
    ),
  };
});

/** One of them with some characters gone and others in their place. */
const damaged = fc
  .tuple(json, fc.nat(), fc.nat(3), fc.constantFrom('', '"', '\\', ':', ',', '{', ']', '-', '1', '.', 'e', '0', ' '))
  .map(([text, at, gone, instead]) => {
    const start = at % (String(text).length + 1);
    return `${String(text).slice(0, start)}${instead}${String(text).slice(start + gone)}`;
  });

describe('the quick reader reads as the lossless one does', () => {
  it('whatever is written', () => {
    fc.assert(fc.property(json.map(String), expectSame), generatedCases(2_000));
  });

  it('whatever is damaged', () => {
    fc.assert(fc.property(damaged, expectSame), generatedCases(2_000));
  });

  it.each([
    ['a payment', textsOf(pending)('123456789012')],
    ['a payment that is cancelled', textsOf(cancelled)('123456789012')],
    ['a payment with an id that is no number', textsOf(pending)('9007199254740993')],
    ['nothing', ''],
    ['brackets without an end', '['.repeat(400)],
    ['brackets that nest as deep', `${'['.repeat(400)}${']'.repeat(400)}`],
    ['brackets beyond what it looks at', `${'['.repeat(600)}${']'.repeat(600)}`],
    ['absurd nesting', '['.repeat(200_000)],
  ])('%s', (_, text) => expectSame(text));

  describe('what the emulator answers', () => {
    let provider: Provider;
    beforeAll(async () => {
      provider = await startProvider();
    });
    afterAll(() => provider.emulator.close());

    it.each(sandboxIds)('about $provider $id', async (row) => {
      expectSame((await cancel(provider, row)).text);
      if (row.provider === 'VTEX') return;
      const read = row.target === 'order' ? provider.readOrder : provider.readPayment;
      expectSame((await read(row.id)).text);
    });
  });
});

describe('the quick reader', () => {
  it('reads a payment itself', () => {
    expect(parseWhereExact(textsOf(pending)('123456789012'))).toMatchObject({ id: '123456789012', status: 'pending' });
  });

  it.each([
    '0',
    '-1',
    '187.75',
    '-0.5',
    '0.000001',
    '123456789012345',
    '{"a":1,"b":{"a":1}}',
    '[]',
    '"-0"',
    'null',
    '"\\""',
    '{"\\\\":"\\":1","b":[1]}',
    `[${'{},'.repeat(600)}[]]`,
  ])('reads %s itself', (text) => {
    expect(parseWhereExact(text)).toStrictEqual(losslessly(text));
    expect(parseWhereExact(text)).toBeDefined();
  });

  it.each([
    ['an exponent', '[1e2]'],
    ['a nought at the end', '[1.10]'],
    ['a fraction of noughts', '[1.0]'],
    ['a nought below zero', '[-0]'],
    ['a fraction that JavaScript writes with an exponent', '[0.0000001]'],
    ['sixteen digits', '[1234567890123456]'],
    ['a key with two values', '{"a":1,"a":2}'],
    ['a key with the same value twice', '{"a":1,"a":1}'],
    ['a key in two spellings', '{"a":1,"\\u0061":2}'],
    ['a key twice, deep inside', '[{"x":[{"__proto__":1,"__proto__":1}]}]'],
    ['a string without an end', '"a'],
    ['values deep within others', `${'['.repeat(501)}${']'.repeat(501)}`],
  ])('leaves %s to the other', (_, text) => {
    expect(parseWhereExact(text)).toBeUndefined();
  });
});
