interface SandboxId {
  readonly target: 'payment' | 'order';
  readonly id: string;
  readonly httpStatus: number;
  readonly code: string | null;
}

/** Those that are cancelled in the end, at once or after a failure on the way, and by what name the page tells of them. */
const worthSeeing = [
  ['heldOnCard', '10000000002'],
  ['unpaidPix', '10000000006'],
  ['atTerminal', 'ORD01KATTERM1NA10000000000000'],
  ['failsOnce', '50000000003'],
  ['unreadableAnswer', '50200000002'],
] as const;

/** What the page is told beside the catalogue of errors: which ids can be cancelled, and what is worth seeing of them. */
export function emulatorFacts(sandboxIds: readonly SandboxId[], fresh: Readonly<Record<string, readonly string[]>>) {
  const works = worthSeeing.flatMap(([name, id]) =>
    sandboxIds.filter((row) => row.id === id).map(({ target }) => ({ name, kind: target, id })),
  );
  return { fresh, works };
}
