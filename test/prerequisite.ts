import { beforeAll, beforeEach } from 'vitest';

/**
 * What the tests of a file cannot do without. Where it fails, each of them fails with the reason: after a `beforeAll` that
 * fails they would count as skipped.
 */
export function prerequisite(prepare: () => Promise<void>, timeoutMs: number): void {
  let prepared: Promise<void>;
  beforeAll(async () => {
    prepared = prepare();
    await prepared.catch(() => undefined);
  }, timeoutMs);
  beforeEach(() => prepared);
}
