import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Caller } from '../../cancellation/target/caller.ts';
import type { Context } from '../request/context.ts';
import { countAskedFor } from './asked-for.ts';
import { fragmentsOf } from './document-cost.ts';

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
 * Refuses a document as a whole, before any of it runs. Apollo asks every plugin at once whether it refuses an
 * operation, and asks for a response after that: what nobody may run is not counted.
 */
export function rateLimit(limits: RateLimits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, request, contextValue: { caller } }) {
          // Apollo promises one here, and comes without where no operation has the name that was asked for.
          if (!operation) return null;
          const count = countAskedFor(schema, operation, fragmentsOf(document), request.variables ?? {});
          const isQuery = operation.operation === OperationTypeNode.QUERY;
          const admission = await (isQuery ? limits.admitReads(caller, count) : limits.admitCancels(caller, count));
          return answerTo(admission, count);
        },
      };
    },
  };
}

/** Null lets the operation run. */
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
