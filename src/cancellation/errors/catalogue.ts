import type { TargetKind } from '../target/target.ts';
import { credentialsErrors } from './catalogue/credentials-errors.ts';
import { requestErrors } from './catalogue/request-errors.ts';
import type { CatalogueRow, Operation } from './catalogue/row.ts';
import { serviceErrors } from './catalogue/service-errors.ts';
import { targetErrors } from './catalogue/target-errors.ts';
import type { NextAction } from './next-action.ts';

export type { Operation } from './catalogue/row.ts';

/**
 * THE CATALOGUE: one row per error this gateway can return, with everything that is decided about it. What a refusal proves,
 * the usual next action, the alerts, the GraphQL types and unions, `errorCatalog`, the README's table and the tests follow
 * from it. Beside it stand, each complete or it does not compile: what an error tells of this time in `details.ts`, the words
 * for a shopper in `texts/`. Which provider answer means which row stands in `providers/<name>/*.errors.ts`.
 */
export const catalogue = { ...targetErrors, ...requestErrors, ...credentialsErrors, ...serviceErrors };

type Catalogue = typeof catalogue;

/** Stable and machine-readable; at least one per documented provider error. */
export type ErrorCode = keyof Catalogue;

/** The codes that may come from a target of this kind. */
export type ErrorCodeFor<K extends TargetKind> = {
  [C in ErrorCode]: K extends Catalogue[C]['targets'][number] ? C : never;
}[ErrorCode];

/** The name of a GraphQL error type; `C` narrows it to the type of one code. */
export type ErrorType<C extends ErrorCode = ErrorCode> = Catalogue[C]['type'];

export const errorCodes = Object.keys(catalogue) as ErrorCode[];

/** The row of a code, with the columns that every row has. */
export function entryOf(code: ErrorCode): CatalogueRow {
  return catalogue[code];
}

/** What a client should usually do about an error that came with this HTTP status; the row says it. */
export function usualNextAction(code: ErrorCode, httpStatus: number | null): NextAction {
  const { nextAction } = entryOf(code);
  if (typeof nextAction === 'string') return nextAction;
  return httpStatus !== null && httpStatus >= 500 ? nextAction.after5xx : nextAction.usual;
}

/** The error types that an operation on a target of this kind can answer, in the order of the catalogue. */
export function errorTypesOf(target: TargetKind, operation: Operation): ErrorType[] {
  const matching = errorCodes.filter((code) => {
    const { targets, operations } = entryOf(code);
    return targets.includes(target) && operations.includes(operation);
  });
  return [...new Set(matching.map((code) => catalogue[code].type))];
}
