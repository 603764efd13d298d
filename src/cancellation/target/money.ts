/** An exact decimal amount. `currency` is ISO 4217, null where the provider sends none. */
export interface Money {
  readonly amount: string;
  readonly currency: string | null;
}

const decimalText = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * The plain decimal form of a number as a provider wrote it: `75.76`, `"50.00"`, `1.5e3`.
 * Digits are kept as they are, never computed; null when the text is not a number.
 */
export function exactDecimal(text: string): string | null {
  const match = decimalText.exec(text.trim());
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  return (sign === '-' ? '-' : '') + shifted(whole, fraction, Number(exponent));
}

function shifted(whole: string, fraction: string, exponent: number): string {
  if (exponent === 0) return fraction === '' ? whole : `${whole}.${fraction}`;
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(point, 1);
  const head = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const tail = padded.slice(at);
  return tail === '' ? head : `${head}.${tail}`;
}
