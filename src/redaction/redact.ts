import { hideSecrets } from './hide-secrets.ts';

/** More than this is not looked at: the patterns stay cheap whatever somebody sends. */
const longestRead = 4_096;
const shortestSecret = 4;
/** Nothing that is hidden is one word of letters, and most of what is shown is one: a status, a code, the name of an operation. */
const plainWord = /^[a-z_]+$/i;

/**
 * Text from outside as it may be shown: one line of at most `longest` characters, its control characters escaped, without what
 * looks like a secret. `secrets` are values to hide wherever they occur.
 */
export function redact(text: string, longest: number, secrets: readonly string[] = []): string {
  const withoutOurs = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), cut(text));
  if (plainWord.test(withoutOurs)) return shorten(withoutOurs, longest);
  return shorten(printable(hideSecrets(withoutOurs)), longest);
}

/** A word that the cut goes through is dropped: it may be the beginning of a secret. */
function cut(text: string): string {
  return text.length <= longestRead ? text : text.slice(0, longestRead).replace(/\S+$/, '');
}

/** Controls, invisible and direction-changing characters, and halves of characters. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escaped);
}

function escaped(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
