import { describe, expect, it } from 'vitest';
import { type CredentialProblem, credentialProblemOf } from '../../../src/cancellation/errors/credential-problem.ts';
import { type Failure, failure } from '../../../src/cancellation/errors/failure.ts';

const upstream = { provider: 'VTEX', httpStatus: 404, code: 'c', message: null, requestId: null };

describe('a failure', () => {
  it('has the code, what the provider said, and its detail', () => {
    expect(failure('PAYMENT_NOT_FOUND', upstream, { targetId: '7' })).toEqual({
      code: 'PAYMENT_NOT_FOUND',
      upstream,
      detail: { targetId: '7' },
    });
    expect(failure('INTERNAL_ERROR')).toEqual({ code: 'INTERNAL_ERROR', upstream: null, detail: {} });
  });

  it('tells its detail by its code', () => {
    const told: Failure = failure('PAYMENT_NOT_FOUND', null, { targetId: '7' });
    expect(told.code === 'PAYMENT_NOT_FOUND' && told.detail.targetId).toBe('7');
  });

  it('takes exactly the detail of its type, or does not compile', () => {
    const wrong = [
      // @ts-expect-error the detail is missing
      () => failure('PAYMENT_NOT_FOUND'),
      // @ts-expect-error the detail is empty
      () => failure('PAYMENT_NOT_FOUND', null, {}),
      // @ts-expect-error the detail is another error's
      () => failure('PAYMENT_NOT_FOUND', null, { expected: 'digits' }),
      // @ts-expect-error a part of the detail is missing
      () => failure('MANUAL_CANCELLATION_REQUIRED', null, { targetId: '7' }),
      // @ts-expect-error there is no such detail
      () => failure('INTERNAL_ERROR', null, { targetId: '7' }),
      // @ts-expect-error there is no such code
      () => failure('OUT_OF_PAPER'),
    ];
    expect(wrong).toHaveLength(6);
  });
});

describe('the problem with credentials', () => {
  it.each<[Failure['code'], CredentialProblem]>([
    ['ACCESS_TOKEN_MISSING', 'MISSING'],
    ['ACCESS_TOKEN_INVALID', 'INVALID'],
    ['TEST_CREDENTIALS_NOT_SUPPORTED', 'TEST_NOT_SUPPORTED'],
    ['LIVE_CREDENTIALS_NOT_ALLOWED', 'LIVE_NOT_ALLOWED'],
  ])('of %s is %s', (code, problem) => {
    expect(credentialProblemOf(code)).toBe(problem);
  });

  it('is none of an error of another type', () => {
    expect(() => credentialProblemOf('PROVIDER_FORBIDDEN')).toThrow('PROVIDER_FORBIDDEN');
  });
});
