/** The variables as given, and the list of what is wrong with them. An empty variable counts as unset. */
export class Environment {
  readonly mistakes: string[] = [];
  /** The files that were read for it. */
  readonly files: string[] = [];
  /** The settings that name an address without TLS, for production to refuse. */
  readonly plainAddresses: string[] = [];
  readonly #variables: NodeJS.ProcessEnv;

  constructor(variables: NodeJS.ProcessEnv) {
    this.#variables = variables;
  }

  get(name: string): string | undefined {
    return this.#variables[name] || undefined;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  names(): string[] {
    return Object.keys(this.#variables).filter((name) => this.has(name));
  }

  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = this.get(name);
    if (value === undefined) return fallback;
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) this.mistakes.push(`${name} must be one of ${choices.join(', ')}.`);
    return chosen ?? fallback;
  }

  wholeNumber(name: string, { min, max, fallback }: { min: number; max: number; fallback: number }): number {
    const value = this.get(name);
    if (value === undefined) return fallback;
    const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= min && number <= max) return number;
    this.mistakes.push(`${name} must be a whole number from ${min} to ${max}.`);
    return fallback;
  }

  flag(name: string, fallback: boolean): boolean {
    const value = this.get(name);
    if (value === undefined) return fallback;
    if (!['true', 'false', '1', '0'].includes(value)) this.mistakes.push(`${name} must be true, false, 1 or 0.`);
    return value === 'true' || value === '1';
  }
}
