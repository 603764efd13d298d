import { describe, expect, it } from 'vitest';
import { mercadoPago } from '../../src/providers/mercado-pago/index.ts';
import { vtex } from '../../src/providers/vtex/index.ts';

const forms = {
  payment: mercadoPago.targets.payment?.id,
  order: mercadoPago.targets.order?.id,
  vtexPayment: vtex.targets.payment?.id,
};
const ulid = '01J49MMW3SSBK5PSV3DFR32959';

describe('an id', () => {
  it.each([
    ['payment', '18552260055', '18552260055'],
    ['payment', '9999999999999999999', '9999999999999999999'],
    ['order', `ORD${ulid}`, `ORD${ulid}`],
    ['order', `ORDTST${ulid}`, `ORDTST${ulid}`],
    ['order', ulid, ulid],
    ['order', `ORD${ulid.toLowerCase()}`, `ORD${ulid}`],
    ['order', `ord${ulid.toLowerCase()}`, `ORD${ulid}`],
    ['order', `OrdTst${ulid}`, `ORDTST${ulid}`],
    ['order', ulid.toLowerCase(), ulid],
    ['vtexPayment', 'B2F246B3CE46469FBDD23039868E95D0', 'B2F246B3CE46469FBDD23039868E95D0'],
    ['vtexPayment', 'b2f246b3-ce46-469f-bdd2-3039868e95d0', 'B2F246B3CE46469FBDD23039868E95D0'],
  ] as const)('of a %s may be %j', (form, text, spelled) => {
    expect(forms[form]?.canonicalize(text)).toBe(spelled);
  });

  const hostile = [
    '',
    ' 1 ',
    '-1',
    '0',
    '01',
    '1.5',
    '1e3',
    '+1',
    '0x1',
    '..',
    '../..',
    '1/refunds',
    '1?x=',
    '1#',
    '1\n',
  ];
  const wrong = [...hostile, '１２３', '1\u0000', `${ulid}\n`, '1'.repeat(20), 'A'.repeat(1_000_000), '-'.repeat(32)];
  // A long s and a ligature, whose capitals are Latin letters.
  const unlikeTheirCapitals = [`ord\u017ft${ulid}`, `\u017f${ulid.slice(1)}`, `\ufb00${'0'.repeat(30)}`];
  it.each(Object.entries(forms))('of a %s is nothing else', (_, form) => {
    for (const text of [...wrong, ...unlikeTheirCapitals])
      expect(form?.canonicalize(text), text.slice(0, 40)).toBeNull();
  });

  it.each([
    ['payment', '1 to 19 digits without a leading zero'],
    ['order', '26 letters or digits, after ORD (ORDTST in the sandbox) or without it'],
    ['vtexPayment', '32 hexadecimal characters, with or without dashes'],
  ] as const)('of a %s is described as %j', (form, expected) => {
    expect(forms[form]?.expected).toBe(expected);
  });

  it('has the form of one provider only', () => {
    for (const text of ['18552260055', ulid, `ORD${ulid}`, `ORDTST${ulid}`, 'B2F246B3CE46469FBDD23039868E95D0']) {
      expect(Object.values(forms).filter((form) => form?.canonicalize(text) !== null)).toHaveLength(1);
    }
  });
});

it.each(['MERCADO_PAGO_ACCESS_TOKEN', 'MERCADO_PAGO_ORDERS_ACCESS_TOKEN'])('knows which are live: %s', (setting) => {
  const token = mercadoPago.settings.find(({ name }) => name === setting);
  const live = token?.kind === 'secret' ? token.live : undefined;
  expect(live?.test('APP_USR-123')).toBe(true);
  expect(live?.test('TEST-123')).toBe(false);
});
