const digitGroups = /\d+(?:[ -]\d+)*/g;

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
