const maxLength = 128;
/** Text beyond this is dropped unread, so that a huge value costs nothing. */
const maxRead = 4096;

const secrets: readonly RegExp[] = [
  /\b(APP_USR|TEST)-[\w-]{6,}/g,
  /\bBearer\s+\S+/gi,
  /\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g,
  /[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63})+/g,
  /\b\d{3}\.\d{3}\.\d{3}-\d{2}\b/g,
  /\b\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}\b/g,
];
const cardLike = /\b\d(?:[ -]?\d){12,18}\b/g;

/** Controls, invisible and direction-changing characters, and halves of characters. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A value as it may stand in a log: one line, at most 128 characters, without what looks like a secret. */
export function clean(text: string): string {
  const printable = redact(text.slice(0, maxRead)).replace(unprintable, escapeOf);
  return printable.length <= maxLength ? printable : `${printable.slice(0, maxLength - 1)}…`;
}

/** The second line of defence: nothing with a secret in it should have come this far. */
function redact(text: string): string {
  const shown = secrets.reduce((rest, secret) => rest.replace(secret, '[redacted]'), text);
  return shown.replace(cardLike, (digits) => (isCardNumber(digits.replace(/\D/g, '')) ? '[redacted]' : digits));
}

function escapeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Whether the check digit of a card number fits (Luhn). */
function isCardNumber(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
