import { hideCardNumbers, hideTaxIds } from './redact-numbers.ts';

const longest = 256;
/** More than this is not looked at: the patterns stay cheap whatever a peer sends. */
const longestRead = 4_096;
const shortestSecret = 4;

const patterns: readonly [RegExp, string][] = [
  [/\bBearer\s+[^\s"',;]+/gi, 'Bearer [redacted]'],
  [/\b(?:APP_USR|TEST)-[\w-]+/g, '[redacted]'],
  [/[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[redacted e-mail]'],
];

/**
 * A peer's text made safe for logs and clients: at most 256 characters, control characters escaped, no markup, no
 * credentials, e-mail addresses, card numbers or Brazilian tax ids. `secrets` are values to hide wherever they occur.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const hidden = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), cut(text));
  const plain = patterns.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), hidden);
  return shorten(printable(hideTaxIds(hideCardNumbers(plain))));
}

/** A word that the cut goes through is dropped: it may be the beginning of a secret. */
function cut(text: string): string {
  return text.length <= longestRead ? text : text.slice(0, longestRead).replace(/\S+$/, '');
}

function printable(text: string): string {
  return text
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

function shorten(text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
