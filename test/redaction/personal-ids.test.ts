import { describe, expect, it } from 'vitest';
import { hidePersonalIds } from '../../src/redaction/personal-ids.ts';

describe('an id of a person or company is hidden', () => {
  it.each([
    ['CPF', '529.982.247-25'],
    ['CPF whose check digits are wrong', '123.456.789-00'],
    ['CPF without its dots', '529982247-25'],
    ['CPF in groups', '529 982 247 25'],
    ['CPF in groups with its dash', '529 982 247-25'],
    ['bare CPF', '52998224725'],
    ['bare CPF with a remainder of ten', '10000000108'],
    ['bare CPF with a remainder of two', '12345679891'],
    ['CNPJ', '11.222.333/0001-81'],
    ['CNPJ in groups', '11 222 333 0001 81'],
    ['CNPJ whose check digits are wrong', '11.222.333/0001-80'],
    ['such a CNPJ without its dots', '11222333/000180'],
    ['such a CNPJ with one dot', '11.222333000180'],
    ['such a CNPJ with the other', '11222.333000180'],
    ['such a CNPJ with its dash', '112223330001-80'],
    ['bare CNPJ', '11222333000181'],
    ['CNPJ with letters', '12.ABC.345/01DE-35'],
    ['CNPJ with letters in its middle', '12.345.ABC/01DE-42'],
    ['bare CNPJ with letters', '12ABC34501DE35'],
    ['CUIT', '20-12345678-6'],
    ['CUIT whose check digit is wrong', '20-12345678-0'],
    ['bare CUIT of a company', '30500010912'],
    ['bare CUIT of a person', '20123456786'],
    ['bare CUIT whose check digit is 0', '20000000060'],
    ['CURP', 'HEGG560427MVZRRL04'],
    ['CURP in lower case', 'hegg560427mvzrrl04'],
    ['RFC of a person', 'GODE561231GR8'],
    ['RFC of a company', 'ÑAÑ010101AB1'],
    ['RFC of a day from the tenth on, with a digit after it', 'CUPU800825569'],
    ['RUT', '12.345.678-5'],
    ['RUT whose check digit is wrong', '12.345.678-9'],
    ['RUT without its dots', '12345678-5'],
    ['RUT without its dots, a short one', '7654321-6'],
    ['RUT with a K', '1000005-K'],
    ['bare RUT with a K', '1000005k'],
    ['DNI in dots', '12.345.678'],
    ['DNI in dots, a short one', '1.234.567'],
  ])('%s', (_, id) => {
    expect(hidePersonalIds(`of ${id}, since`)).toBe('of [redacted number], since');
    expect(hidePersonalIds(id)).toBe('[redacted number]');
  });

  it.each([
    ['DNI 12345678 is unknown', 'DNI [redacted number] is unknown'],
    ['{"dni":"1234567"}', '{"dni":"[redacted number]"}'],
    ['documento n° 12345678', 'documento n° [redacted number]'],
    ['DNI n 12345678', 'DNI n [redacted number]'],
    ['DNI n.º 12345678', 'DNI n.º [redacted number]'],
    ['RUT: 123456785', 'RUT: [redacted number]'],
    ['12.345.678 since 2026', '[redacted number] since 2026'],
    ['from 529.982.247-25 to 20-12345678-6', 'from [redacted number] to [redacted number]'],
  ])('%j becomes %j', (text, shown) => {
    expect(hidePersonalIds(text)).toBe(shown);
  });
});

describe('what only looks like one is shown', () => {
  it.each([
    ['groups that fail the checks of a CPF', '529 982 247 26'],
    ['eleven digits that fail the checks of a CPF', '52998224726'],
    ['eleven digits that fail the check of a CUIT', '20123456787'],
    ['eleven digits under a prefix that no CUIT has', '21123456789'],
    ['fourteen digits that fail the checks of a CNPJ', '11222333000182'],
    ['fourteen letters and digits that fail them', '12ABC34501DE36'],
    ['a CURP whose check digit is wrong', 'HEGG560427MVZRRL05'],
    ['an RFC of the thirteenth month', 'GODE561331GR8'],
    ['an RFC of the thirty-second day', 'GODE561232GR8'],
    ['a RUT whose check digit is wrong, without dots', '12345678-9'],
    ['a number of eight digits and K', '12345678K'],
    ['a DNI without dots or name', '12345678'],
    ['an amount', '12.345.678,90'],
    ['a number with more digits than its dots allow', '12.345.6789'],
    ['an amount with its sign', '$ 12.345.678'],
    ['an address', '10.123.234.255'],
    ['a date', '2026-01-31'],
    ['the id of an order', 'ORDTST01M3SET12P7R66HCF8N8PBJTVK'],
    ['an id at VTEX', '0F1E2D3C4B5A69788796A5B4C3D2E1F0'],
  ])('%s', (_, text) => {
    expect(hidePersonalIds(`before ${text} after`)).toBe(`before ${text} after`);
  });
});

describe('ids of payments', () => {
  /** Spread over all the numbers of that length. */
  function idsOf(digits: number): string[] {
    return Array.from({ length: 400 }, (_, index) =>
      String(Math.floor(10 ** (digits - 1) * (1 + (index * 9) / 400.3))),
    );
  }
  const hidden = (ids: string[]) => ids.filter((id) => hidePersonalIds(`payment ${id}`).includes('[redacted'));

  it.each([8, 9, 10, 12, 13])('of %d digits are all shown', (digits) => {
    expect(hidden(idsOf(digits))).toEqual([]);
  });

  it('of 11 digits are shown but for one in fifty', () => {
    expect(hidden(idsOf(11)).length).toBeGreaterThan(0);
    expect(hidden(idsOf(11)).length).toBeLessThanOrEqual(12);
  });
});
