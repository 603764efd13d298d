import { type GraphQLResponse, HeaderMap } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Caller } from '../../cancellation/target/caller.ts';

/** Counts what callers ask for, and says what becomes of a document that asks for so much. */
export interface RateLimits {
  admitReads(caller: Caller, count: number): Promise<Admission>;
  admitCancels(caller: Caller, count: number): Promise<Admission>;
}

type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'later'; readonly retryAfterMs: number }
  | { readonly kind: 'never'; readonly perMinute: number };

/**
 * Counts what an operation asks for. Null lets it run; else the document is refused as a whole, before any of it runs.
 */
export async function admit(
  limits: RateLimits,
  caller: Caller,
  operation: OperationTypeNode,
  count: number,
): Promise<GraphQLResponse | null> {
  const cancels = operation === OperationTypeNode.MUTATION;
  return answerTo(await (cancels ? limits.admitCancels(caller, count) : limits.admitReads(caller, count)), count);
}

function answerTo(admission: Admission, count: number): GraphQLResponse | null {
  switch (admission.kind) {
    case 'admitted':
      return null;
    case 'later': {
      const { retryAfterMs } = admission;
      const seconds = Math.ceil(retryAfterMs / 1_000);
      return refusal(
        429,
        'RATE_LIMITED',
        'You have asked for too much in a minute. Nothing was done.',
        { retryAfterMs },
        [['retry-after', String(seconds)]],
      );
    }
    case 'never':
      return refusal(
        400,
        'BAD_USER_INPUT',
        `This document counts as ${count} requests, and you may make ${admission.perMinute} a minute: divide it.`,
      );
  }
}

function refusal(
  status: number,
  code: string,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
  headers: readonly (readonly [string, string])[] = [],
): GraphQLResponse {
  return {
    http: { status, headers: new HeaderMap(headers) },
    body: { kind: 'single', singleResult: { errors: [{ message, extensions: { code, ...extensions } }] } },
  };
}
