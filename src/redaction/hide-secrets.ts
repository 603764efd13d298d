import { hideCardNumbers } from './card-numbers.ts';
import { hidePersonalIds } from './personal-ids.ts';

const credentials: readonly [RegExp, string][] = [
  [/\bBearer\s+[^\s"',;]+/gi, 'Bearer [redacted]'],
  // A name and its password, in Base64.
  [/\bBasic\s+[\w+/-]{16,}={0,2}/gi, 'Basic [redacted]'],
  // The tokens of Mercado Pago.
  [/\b(?:APP_USR|app_usr|TEST)-[\w-]+/g, '[redacted]'],
  // What somebody wrote down beside its name; a word without a digit is likely a word.
  [/\b(password|client_secret|access_token|secret|api_?key)(\s*[:=]\s*)(?=\S*\d)\S{6,}/gi, '$1$2[redacted]'],
  // JSON web tokens.
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[redacted]'],
  [/[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[redacted e-mail]'],
];

/**
 * An id that a machine made: 32 hexadecimal digits with a letter among them, or a UUID. Of a thousand of them a few hold a run of
 * digits that passes for a card number or a personal id.
 */
const machineId = /(?<![\w-])((?=[\da-f-]*[a-f])(?:[\da-f]{32}|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}))(?![\w-])/i;

/** THE LIST of what is never shown, to clients or in logs, whoever sent it: credentials, e-mail addresses, cards, personal ids. */
export function hideSecrets(text: string): string {
  const withoutCredentials = credentials.reduce((rest, [pattern, mark]) => rest.replace(pattern, mark), text);
  // Split at what the pattern captures, the machines' ids are every second part.
  const parts = withoutCredentials.split(machineId);
  return parts.map((part, n) => (n % 2 === 1 ? part : hidePersonalIds(hideCardNumbers(part)))).join('');
}
