/*
 * The check digits of the ids that Latin American states give to people and companies. Each function takes the id without
 * punctuation, in upper case, and of the right length.
 */

/** Brazil: the last two characters of a CPF (11 digits) or CNPJ (14, of which the first 12 may be letters since July 2026). */
export function isCpfOrCnpj(id: string): boolean {
  // The weights run from 2 on, at a CNPJ to 9 and then anew.
  const weights = id.length === 11 ? 10 : 8;
  return [id.length - 2, id.length - 1].every((position) => {
    const sum = sumFromTheRight(id.slice(0, position), (index) => 2 + (index % weights), brazilianValue);
    return Number(id[position]) === (sum % 11 < 2 ? 0 : 11 - (sum % 11));
  });
}

/** Argentina: the last of the 11 digits of a CUIT or CUIL. */
export function isCuit(id: string): boolean {
  const sum = sumFromTheRight(id.slice(0, -1), (index) => 2 + (index % 6));
  // 10 is given to nobody: whoever would have it gets another prefix.
  return Number(id.at(-1)) === (11 - (sum % 11)) % 11;
}

/** Chile: the last character of a RUT of 8 or 9, a digit or K. */
export function isRut(id: string): boolean {
  const sum = sumFromTheRight(id.slice(0, -1), (index) => 2 + (index % 6));
  return id.at(-1) === '0123456789K'[(11 - (sum % 11)) % 11];
}

/** Mexico: the last of the 18 characters of a CURP. */
export function isCurp(id: string): boolean {
  const sum = sumFromTheRight(id.slice(0, -1), (index) => 2 + index, mexicanValue);
  return Number(id.at(-1)) === (10 - (sum % 10)) % 10;
}

function sumFromTheRight(
  text: string,
  weightAt: (index: number) => number,
  worthOf: (character: string) => number = Number,
): number {
  return [...text].reverse().reduce((sum, character, index) => sum + worthOf(character) * weightAt(index), 0);
}

/** Digits count as themselves, and letters from A as 17: their code less that of 0. */
function brazilianValue(character: string): number {
  return character.charCodeAt(0) - '0'.charCodeAt(0);
}

function mexicanValue(character: string): number {
  return '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ'.indexOf(character);
}
