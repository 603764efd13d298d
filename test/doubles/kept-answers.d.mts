export function keepAnswersIn(path: string): void;
