import type { ErrorCode, ErrorType } from './catalogue.ts';

type CredentialCode = {
  [C in ErrorCode]: ErrorType<C> extends 'ProviderCredentialsError' ? C : never;
}[ErrorCode];

/** What is wrong with the merchant's credentials. A credentials error of the catalogue without a line does not compile. */
const problems = {
  ACCESS_TOKEN_MISSING: 'MISSING',
  ACCESS_TOKEN_INVALID: 'INVALID',
  TEST_CREDENTIALS_NOT_SUPPORTED: 'TEST_NOT_SUPPORTED',
  LIVE_CREDENTIALS_NOT_ALLOWED: 'LIVE_NOT_ALLOWED',
} as const satisfies Record<CredentialCode, string>;

export type CredentialProblem = (typeof problems)[CredentialCode];
export const credentialProblems = Object.values(problems);

/** Only to be asked about a code of `ProviderCredentialsError`. */
export function credentialProblemOf(code: ErrorCode): CredentialProblem {
  if (!isCredentialCode(code)) throw new Error(`${code} says nothing of credentials.`);
  return problems[code];
}

function isCredentialCode(code: ErrorCode): code is CredentialCode {
  return Object.hasOwn(problems, code);
}
