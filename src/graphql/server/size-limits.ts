import { GraphQLError } from 'graphql';
import { checkListLength } from '../request/input-limits.ts';
import { type Cost, maxCost, totalOf } from './document-cost.ts';
import { lengthOf, type SizedArgument, type Variables } from './sized-argument.ts';

/** Refuses what its variables make too much, as a whole: of two lists of cancels none runs where the second is too long. */
export function requireSize(cost: Cost, lists: readonly SizedArgument[], variables: Variables): void {
  for (const list of lists) checkListLength(list.name, lengthOf(list, variables));
  if (totalOf(cost, variables) <= maxCost) return;
  throw new GraphQLError(
    `The document asks for more than ${maxCost} fields, each counted for every item of the lists it is in.`,
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
  );
}
