export type Target = 'payment' | 'order';

/** An id with a known answer, so that every outcome can be produced by naming a target. */
export interface SandboxId {
  /** The `id` of the provider that knows it. */
  provider: string;
  target: Target;
  id: string;
  /** What the provider answers to the first well-formed cancel of it. */
  httpStatus: number;
  /** The error code in that answer's body, or null when it has none. */
  code: string | null;
  /** No page lists this code: it is the provider's own. */
  unlisted?: true;
  /** The status that a read shows after that cancel; absent where the provider does not let it be read. */
  status?: string;
  description: string;
}

/** What one provider says of an id; which provider that is, the registry knows. */
export type ProviderSandboxId = Omit<SandboxId, 'provider'>;

/** A row of a provider's own table: what is published of an id, beside what makes the provider answer so. */
export type PublishedRow = Omit<ProviderSandboxId, 'target'>;

/** The published part of a provider's own table. */
export function publish(target: Target, rows: readonly PublishedRow[]): ProviderSandboxId[] {
  return rows.map(({ id, httpStatus, code, unlisted, status, description }) => ({
    target,
    id,
    httpStatus,
    code,
    ...(unlisted === undefined ? {} : { unlisted }),
    ...(status === undefined ? {} : { status }),
    description,
  }));
}
