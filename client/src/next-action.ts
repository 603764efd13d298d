import type { NextAction } from './generated/sdk.ts';

/** What to do in each case. An object that lacks one does not compile. */
export type NextActionBranches<Result> = { readonly [Action in NextAction]: () => Result };

/**
 * A `switch` over the next action that the compiler checks to be complete. The contract adds no value to NextAction. Should
 * one come all the same, to an app that was built before it, the app sends its user to support, which is never untrue.
 */
export function matchNextAction<Result>(
  { nextAction }: { readonly nextAction: NextAction },
  branches: NextActionBranches<Result>,
): Result {
  const branch: (() => Result) | undefined = branches[nextAction];
  return (branch ?? branches.CONTACT_SUPPORT)();
}
