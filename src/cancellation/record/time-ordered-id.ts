import { randomUUID } from 'node:crypto';

/**
 * A UUID of version 7 (https://www.rfc-editor.org/rfc/rfc9562#section-5.7): the milliseconds since 1970 and 74 random bits.
 * What is made later stands later in an index, so that a store writes to the few pages at its end; of random ids each dirties a
 * page of its own.
 */
export function timeOrderedId(now: number): string {
  const ms = now.toString(16).padStart(12, '0');
  // The random bits of a version 4 lie in the same places.
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7${randomUUID().slice(15)}`;
}
