import { isCpfOrCnpj, isCuit, isCurp, isRut } from './check-digits.ts';

/** One way to write an id of a person or a company. */
interface IdForm {
  readonly pattern: RegExp;
  /** Whether a match is such an id; unless told, every match is. */
  isId?(found: string): boolean;
}

/*
 * Payments have ids of 10 to 13 digits, and support looks for them in what is shown. A bare run of digits is therefore hidden
 * only when its check digits are right. Of payment ids with 11 digits 1.9 % are hidden by chance: 1 % pass for a CPF, and of
 * those that begin as a CUIT does, from 20 to 27 for one, another 9 %. Ids of 10, 12 and 13 digits are never mistaken. A DNI
 * has no check digit, so that it is hidden only in its dots or after its name.
 */
const forms: readonly IdForm[] = [
  // Brazil: CNPJ, with letters since July 2026, and CPF.
  { pattern: /(?<!\d)\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}(?!\d)/g, isId: unlessBare(isCpfOrCnpj) },
  { pattern: /\b[\dA-Z]{2}\.?[\dA-Z]{3}\.?[\dA-Z]{3}\/?[\dA-Z]{4}-?\d{2}\b/g, isId: plainly(isCpfOrCnpj) },
  { pattern: /(?<!\d)\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?!\d)/g, isId: unlessBare(isCpfOrCnpj) },
  { pattern: /(?<!\d)\d{2,3} \d{3} \d{3}(?: \d{4})?[ -]\d{2}(?!\d)/g, isId: plainly(isCpfOrCnpj) },
  // Argentina: CUIT and CUIL, whose first two digits say what their owner is.
  { pattern: /(?<!\d)(?:2[03-7]|3[034])-?\d{8}-?\d(?!\d)/g, isId: unlessBare(isCuit) },
  // Mexico: CURP, and RFC by its form and a date that there is, since some true ones fail their check digit.
  { pattern: /\b[A-Z]{4}\d{6}[HMX][A-Z]{5}[\dA-Z]\d\b/gi, isId: plainly(isCurp) },
  { pattern: /(?<![\wÑ&])[A-ZÑ&]{3,4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\dA-Z]{2}[\dA]\b/giu },
  // Chile: RUT in its dots, or with its dash or its K and the right check digit.
  { pattern: /(?<![\d.])\d{1,2}\.\d{3}\.\d{3}-[\dK]\b/gi },
  { pattern: /\b\d{7,8}(?:-[\dK]|K)\b/gi, isId: plainly(isRut) },
  // Argentina: DNI in its dots. 12.345.678,90 and $ 12.345.678 are amounts.
  { pattern: /(?<![\d.,$]|\$ )\d{1,2}\.\d{3}\.\d{3}(?![\d.,]*\d)/g },
  // Argentina and Chile: DNI and RUT after their name.
  { pattern: /(?<=\b(?:DNI|RUT|RUN|documento)(?: n[.º°o]{0,2})?[ :=#"]{0,4})\d{7,9}K?\b/gi },
];

/** Hides the ids by which the states of our shoppers know them: CPF, CNPJ, CUIT, CUIL, DNI, CURP, RFC and RUT. */
export function hidePersonalIds(text: string): string {
  return forms.reduce((rest, { pattern, isId }) => {
    return rest.replace(pattern, (found) => (isId?.(found) === false ? found : '[redacted number]'));
  }, text);
}

/** For a form whose punctuation says enough. */
function unlessBare(hasCheckDigits: (plain: string) => boolean): (found: string) => boolean {
  return (found) => /\D/.test(found) || hasCheckDigits(found);
}

/** For a form whose check digits have to be right, punctuated or not. */
function plainly(hasCheckDigits: (plain: string) => boolean): (found: string) => boolean {
  return (found) => hasCheckDigits(found.replace(/[ ./-]/g, '').toUpperCase());
}
