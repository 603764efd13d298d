import { GraphQLError } from 'graphql';
import { longestIntentMs, shortestIntentMs } from '../../cancellation/record/send-limit.ts';

export const listLimit = 50;
export const pageLimit = 100;
export const noteLimit = 500;
export const expiryLimits = { min: shortestIntentMs / 1_000, max: longestIntentMs / 1_000 };

/** Refuses a list of none or of more than 50. `server/` asks for every list of a document, before anything of it runs. */
export function checkListLength(argument: string, length: number): void {
  if (length > 0 && length <= listLimit) return;
  // Nothing has run: where a resolver refuses, other fields of the answer may tell of what did.
  throw badInput(`\`${argument}\` takes 1 to ${listLimit} items.`, { status: 400 });
}

/** The size of a page, before the first of it is read. */
export function checkPageSize(first: number): number {
  if (first < 1 || first > pageLimit) throw badInput(`\`first\` takes 1 to ${pageLimit}.`);
  return first;
}

export function checkNote(note: string | null): string | null {
  if (note !== null && note.length > noteLimit) throw badInput(`\`note\` takes at most ${noteLimit} characters.`);
  return note;
}

/** In milliseconds; null where the caller sets no limit. */
export function checkExpiry(seconds: number | null): number | null {
  const { min, max } = expiryLimits;
  if (seconds !== null && (seconds < min || seconds > max))
    throw badInput(`\`expiresInSeconds\` takes ${min} to ${max}.`);
  return seconds === null ? null : seconds * 1_000;
}

export function badInput(message: string, http: { status?: number } = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http } });
}
