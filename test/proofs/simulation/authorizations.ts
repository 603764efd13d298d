import type { ClaimDecision, ClaimRequest } from '../../../src/cancellation/record/claim.ts';
import type { CancellationRecord } from '../../../src/cancellation/record/record.ts';

/**
 * Which authorization a cancel has to carry: the newest that callers of its record's class had named when it was written
 * down, or one that they named since. Found out from the requests, not from what the record says.
 */
export class Authorizations {
  /** By record, all that were named, oldest first; null where its class had named none when it was started. */
  readonly #named = new Map<string, (string | null)[]>();
  readonly #classes = new Map<string, string>();
  /** By record and by who holds it, how many had been named when its latest attempt was written down. */
  readonly #known = new Map<string, number>();

  claimed({ principalClass, authorizationId }: ClaimRequest, { kind, record }: ClaimDecision): void {
    const named = this.#named.get(record.id) ?? [];
    const adds = kind === 'join' && authorizationId !== null && principalClass === record.principalClass;
    if (adds) this.#named.set(record.id, [...named, authorizationId]);
    if (kind !== 'start') return;
    const known = this.#classes.get(record.id) === principalClass ? (named.at(-1) ?? null) : null;
    this.#named.set(record.id, [...named, authorizationId ?? known]);
    this.#classes.set(record.id, principalClass);
    this.written(record);
  }

  /** Whoever holds the record has written it, and knows from the answer what has joined. */
  written({ id, owner, attempts }: CancellationRecord): void {
    const last = attempts.at(-1);
    if (last?.kind !== 'CANCEL' || last.endedAt !== null) return;
    this.#known.set(`${id} ${owner}`, this.#named.get(id)?.length ?? 0);
  }

  mayCarry({ id }: CancellationRecord, owner: string, sent: string | null): boolean {
    const newest = (this.#known.get(`${id} ${owner}`) ?? 0) - 1;
    return (this.#named.get(id) ?? []).slice(newest).includes(sent);
  }
}
