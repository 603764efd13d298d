const digitGroups = /\d+(?:[ -]\d+)*/g;
const cpf = /(?<!\d)\d{3}\.?\d{3}\.?\d{3}-?\d{2}(?!\d)/g;
const cnpj = /(?<!\d)\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}(?!\d)/g;

/** Hides runs of 13 to 19 digits that pass the Luhn check, also when spaces or dashes group them. */
export function hideCardNumbers(text: string): string {
  return text.replace(digitGroups, (run) => {
    const groups = run.split(/[ -]/);
    const found = cardIn(groups);
    if (found === null) return run;
    // What stands before and after the card number may hold another.
    const before = groups.slice(0, found.from).join(' ');
    const after = hideCardNumbers(groups.slice(found.to).join(' '));
    return [before, '[redacted number]', after].filter((part) => part !== '').join(' ');
  });
}

/** Hides CPF and CNPJ. Bare digits must have the right check digits, or half of all payment ids would go. */
export function hideTaxIds(text: string): string {
  const hide = (found: string) => (/\D/.test(found) || hasCheckDigits(found) ? '[redacted number]' : found);
  return text.replace(cnpj, hide).replace(cpf, hide);
}

function cardIn(groups: readonly string[]): { from: number; to: number } | null {
  for (let from = 0; from < groups.length; from++) {
    let digits = '';
    for (let to = from + 1; to <= groups.length && digits.length <= 19; to++) {
      digits += groups[to - 1];
      if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return { from, to };
    }
  }
  return null;
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** The last two digits of a CPF or CNPJ are weighted sums of those before; the weights run from 2, at a CNPJ to 9 only. */
function hasCheckDigits(digits: string): boolean {
  const longestWeight = digits.length === 11 ? 11 : 9;
  return [digits.length - 2, digits.length - 1].every((position) => {
    const head = [...digits.slice(0, position)].reverse();
    const sum = head.reduce((total, digit, index) => total + Number(digit) * (2 + (index % (longestWeight - 1))), 0);
    return Number(digits[position]) === (sum % 11 < 2 ? 0 : 11 - (sum % 11));
  });
}
