import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { isPublic, maskError } from '../../src/graphql/server/mask-errors.ts';

const secret = 'secret APP_USR-123 leaked';
const masked = (error: unknown, formatted = { message: secret, path: ['payment'] }) => maskError(formatted, error);

describe('masking', () => {
  it('lets a refusal through as it is written', () => {
    const error = new GraphQLError('Too long.', { extensions: { code: 'BAD_USER_INPUT' } });
    expect(maskError(error.toJSON(), error)).toEqual(error.toJSON());
  });

  it.each([
    new Error(secret),
    new GraphQLError(secret),
    new GraphQLError(secret, { extensions: { code: 'INTERNAL_SERVER_ERROR' } }),
    new GraphQLError(secret, { extensions: { code: 'ECONNRESET' } }),
    new GraphQLError(secret, { originalError: new TypeError(secret) }),
    Object.assign(new Error(secret), { extensions: { code: 'BAD_USER_INPUT' } }),
    // A foreign error with a code of ours: what graphql-js makes of an error that a resolver throws.
    new GraphQLError(secret, {
      originalError: Object.assign(new Error(secret), { extensions: { code: 'BAD_USER_INPUT' } }),
    }),
    secret,
    null,
    undefined,
    { code: 'BAD_USER_INPUT' },
  ])('says nothing of %s', (error) => {
    expect(masked(error)).toEqual({
      message: 'Internal server error.',
      path: ['payment'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });

  it("knows Apollo's codes but for the one of a bug", () => {
    const codes = Object.values(ApolloServerErrorCode).filter((code) => code !== 'INTERNAL_SERVER_ERROR');
    for (const code of codes) expect(isPublic(new GraphQLError('', { extensions: { code } }))).toBe(true);
  });
});
