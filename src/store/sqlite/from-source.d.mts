/** What a worker runs with `eval`. */
export function threadScript(): string;
