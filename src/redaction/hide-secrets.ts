import { hideCardNumbers } from './card-numbers.ts';
import { hidePersonalIds } from './personal-ids.ts';

const credentials: readonly [RegExp, string][] = [
  [/\bBearer\s+[^\s"',;]+/gi, 'Bearer [redacted]'],
  // The tokens of Mercado Pago.
  [/\b(?:APP_USR|TEST)-[\w-]+/g, '[redacted]'],
  // JSON web tokens.
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[redacted]'],
  [/[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[redacted e-mail]'],
];

/** THE LIST of what is never shown, to clients or in logs, whoever sent it: credentials, e-mail addresses, cards, personal ids. */
export function hideSecrets(text: string): string {
  const withoutCredentials = credentials.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), text);
  return hidePersonalIds(hideCardNumbers(withoutCredentials));
}
