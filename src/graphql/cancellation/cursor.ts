import type { Place } from '../../cancellation/record/record-page.ts';
import { badInput } from '../request/input-limits.ts';

/** Changes with what a cursor says, so that one of another gateway's is refused and not misread. */
const version = 1;

/** Where a page ends, for `after` to go on from. It is opaque to clients: what it says may change. */
export function cursorOf({ createdAt, id }: Place): string {
  return Buffer.from(`${version}:${createdAt}:${id}`).toString('base64url');
}

/** Throws BAD_USER_INPUT for what `cursorOf` did not make. */
export function placeOf(cursor: string): Place {
  const [, createdAt, id] = form.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const place = { createdAt: Number(createdAt), id: id ?? '' };
  if (!Number.isSafeInteger(place.createdAt) || cursorOf(place) !== cursor)
    throw badInput('`after` is no cursor of this list.');
  return place;
}

const form = new RegExp(`^${version}:(\\d{1,16}):([0-9a-z-]{1,64})$`);
