export { type CancellationClient, createCancellationClient } from './client.ts';
export type * from './generated/sdk.ts';
export { getSdk } from './generated/sdk.ts';
export { matchNextAction, type NextActionBranches } from './next-action.ts';
export type {
  CancelOptions,
  ClientOptions,
  Clock,
  FollowOptions,
  OrderToCancel,
  PaymentToCancel,
  RequestHeaders,
  ResumeOptions,
  Subscribe,
} from './options.ts';
export type { CancelError, CancelOutcome, CancelProgress, End, KnownCancellation, Problem } from './outcome.ts';
