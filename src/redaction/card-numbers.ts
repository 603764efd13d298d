/** Digits, also full-width ones, in groups that a space, a dash, a dot, a slash or the like keeps apart. */
const digitGroups = /[\d０-９]+(?:[\s._/\p{Pd}]{1,3}[\d０-９]+)*/gu;
const digitGroup = /[\d０-９]+/g;

/** A group of digits, and where it stands. */
interface Group {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
}

/** Hides runs of 13 to 19 digits that pass the Luhn check, also when they stand in groups. */
export function hideCardNumbers(text: string): string {
  return text.replace(digitGroups, (run) => {
    const card = cardIn(groupsOf(run));
    if (card === null) return run;
    // What stands behind the card number may hold another.
    return `${run.slice(0, card.from)}[redacted number]${hideCardNumbers(run.slice(card.to))}`;
  });
}

function groupsOf(run: string): Group[] {
  return [...run.matchAll(digitGroup)].map(({ 0: digits, index }) => {
    return { digits: digits.normalize('NFKC'), from: index, to: index + digits.length };
  });
}

function cardIn(groups: readonly Group[]): Pick<Group, 'from' | 'to'> | null {
  for (const [first, { from }] of groups.entries()) {
    let number = '';
    for (const { digits, to } of groups.slice(first)) {
      number += digits;
      if (number.length > 19) break;
      if (number.length >= 13 && passesLuhn(number)) return { from, to };
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
