import { GraphQLError } from 'graphql';

export const listLimit = 50;
export const noteLimit = 500;

/** Refuses a list of none or of more than 50 before anything is sent. */
export function checkListSize<T>(argument: string, items: readonly T[]): readonly T[] {
  if (items.length === 0 || items.length > listLimit) throw badInput(`\`${argument}\` takes 1 to ${listLimit} items.`);
  return items;
}

export function checkNote(note: string | null): string | null {
  if (note !== null && note.length > noteLimit) throw badInput(`\`note\` takes at most ${noteLimit} characters.`);
  return note;
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
