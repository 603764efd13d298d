import type { ClaimDecision, ClaimRequest } from '../../../src/cancellation/record/claim.ts';
import type { RecordedRequest } from '../../../src/cancellation/record/record.ts';
import { type Kept, type Key, nobody } from './kept.ts';

type Name = Pick<ClaimRequest, 'tenant' | 'principalClass' | 'idempotencyKey'>;

const mostTold = 50;

/** Every key that was ever given, by its name, and with the record that it points at. */
export class Keys {
  readonly #keys = new Map<string, Key>();

  get(name: Name): Key | null {
    return this.#keys.get(textOf(name)) ?? null;
  }

  /** The key of a request points at this record from now on. */
  point(request: ClaimRequest, kind: ClaimDecision['kind'], kept: Kept): void {
    const { fingerprint, principalClass, idempotencyKey, requestedBy, reason, note, holder } = request;
    const asked = { idempotencyKey, requestedBy, requestedAt: holder.now, reason, note };
    const found = kind === 'already-cancelled';
    const known = kind === 'start' ? null : this.get(request);
    this.put({ name: textOf(request), principalClass, fingerprint, kept, found, request: known?.request ?? asked });
  }

  put(key: Key): void {
    this.#keys.get(key.name)?.kept.keys.delete(key.name);
    this.#keys.set(key.name, key);
    key.kept.keys.set(key.name, key);
  }

  delete(name: Name): void {
    const key = this.get(name);
    if (key !== null) this.#delete(key);
  }

  deleteOf({ keys }: Kept): void {
    for (const key of [...keys.values()]) this.#delete(key);
  }

  eraseOf({ keys }: Kept): void {
    for (const key of [...keys.values()]) this.put({ ...key, request: { ...key.request, ...nobody } });
  }

  #delete({ name, kept }: Key): void {
    this.#keys.delete(name);
    kept.keys.delete(name);
  }
}

export function isAskedBy(principalClass: string, { keys }: Kept): boolean {
  for (const key of keys.values()) if (key.principalClass === principalClass) return true;
  return false;
}

/** What a class has asked of a record, oldest first. */
export function requestsBy(principalClass: string, { keys }: Kept): readonly RecordedRequest[] {
  const own = [...keys.values()].filter((key) => key.principalClass === principalClass);
  const requests = own.map(({ request }) => request);
  return requests.sort(olderFirst).slice(0, mostTold);
}

function olderFirst(one: RecordedRequest, other: RecordedRequest): number {
  return one.requestedAt - other.requestedAt || (one.idempotencyKey < other.idempotencyKey ? -1 : 1);
}

function textOf({ tenant, principalClass, idempotencyKey }: Name): string {
  return JSON.stringify([tenant, principalClass, idempotencyKey]);
}
