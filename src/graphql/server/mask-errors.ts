import { ApolloServerValidationErrorCode } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { withShortEchoes } from './short-echoes.ts';

/** Codes whose messages are written for clients, here or by Apollo. Everything else is a bug and stays inside. */
const publicCodes: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_FOUND',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Apollo's own tells a developer how to switch it on, which no caller can. */
const introspectionIsOff = 'The schema cannot be asked for here.';

/** GraphQL gives no code to this one, which ends a list of wrong variables. */
const tooManyMistakes = /^Too many errors \w+ variables, error limit reached\./;

/** The one masking point, Apollo's `formatError`. The request's id is added by `http/`. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (isTooManyMistakes(error)) return { ...formatted, extensions: { code: 'BAD_USER_INPUT' } };
  if (isPublic(error)) return { ...formatted, message: messageOf(error) };
  const { locations, path } = formatted;
  return {
    message: 'Internal server error.',
    ...(locations === undefined ? {} : { locations }),
    ...(path === undefined ? {} : { path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

function messageOf(error: GraphQLError): string {
  const asksForSchema =
    error.extensions['validationErrorCode'] === ApolloServerValidationErrorCode.INTROSPECTION_DISABLED;
  return asksForSchema ? introspectionIsOff : withShortEchoes(error);
}

/** An error that is ours through and through: a foreign error may carry a code of the same name and any message. */
export function isPublic(error: unknown): error is GraphQLError {
  if (isTooManyMistakes(error)) return true;
  return error instanceof GraphQLError && publicCodes.has(error.extensions['code']) && hasNoForeignCause(error);
}

function isTooManyMistakes(error: unknown): boolean {
  return error instanceof GraphQLError && tooManyMistakes.test(error.message) && error.originalError === undefined;
}

function hasNoForeignCause({ originalError }: GraphQLError): boolean {
  if (originalError === undefined || originalError === null) return true;
  return originalError instanceof GraphQLError && hasNoForeignCause(originalError);
}
