interface SandboxId {
  readonly target: 'payment' | 'order';
  readonly id: string;
  readonly httpStatus: number;
  readonly code: string | null;
  readonly description: string;
}

/** Those whose answer is no error of a provider's: what succeeds, and what fails on the way and is found out. */
const worthSeeing = [
  '10000000002',
  '10000000006',
  'ORD01KATTERM1NA10000000000000',
  '50000000003',
  '50200000002',
  '50200000001',
];

/** What the page is told beside the catalogue of errors: which ids can be cancelled, and what is worth seeing of them. */
export function emulatorFacts(sandboxIds: readonly SandboxId[], fresh: Readonly<Record<string, readonly string[]>>) {
  const works = worthSeeing.flatMap((id) => sandboxIds.filter((row) => row.id === id));
  return { fresh, works: works.map(({ target, id, description }) => ({ kind: target, id, description })) };
}
