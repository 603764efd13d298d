import type { DocumentedError, ProviderDefinition } from '../provider.ts';
import type { NextAction } from '../target/outcome.ts';
import type { ProviderId } from '../target/target.ts';
import { catalogue, type ErrorCode, type ErrorType, errorCodes } from './catalogue.ts';
import { usualNextAction } from './next-action.ts';

/** One error and one provider answer behind it; the gateway's own errors have no provider. */
export interface ErrorListing {
  readonly code: ErrorCode;
  readonly typeName: ErrorType;
  readonly provider: ProviderId | null;
  readonly upstreamHttpStatus: number | null;
  readonly upstreamCode: string | null;
  readonly nextAction: NextAction;
  readonly description: string;
  readonly docsUrl: string | null;
  readonly sandboxId: string | null;
}

/** The provider's answer behind an error. */
export interface DocumentedAnswer extends Pick<DocumentedError, 'target' | 'httpStatus' | 'wireCode'> {
  readonly provider: ProviderId;
}

/** Finds the id that brings an error, where a sandbox runs; `answer` is null for an error that only the gateway makes. */
export type SandboxIdOf = (code: ErrorCode, answer: DocumentedAnswer | null) => string | null;

/** Every documented provider error in the providers' order, then the errors that only the gateway makes. */
export function listErrors(definitions: readonly ProviderDefinition[], sandboxIdOf: SandboxIdOf): ErrorListing[] {
  const documented = definitions.flatMap((provider) =>
    provider.documentedErrors.map((error) => ({
      ...described(error.code, error.httpStatus),
      provider: provider.id,
      upstreamHttpStatus: error.httpStatus,
      upstreamCode: error.wireCode,
      docsUrl: error.docsUrl,
      sandboxId: sandboxIdOf(error.code, { provider: provider.id, ...error }),
    })),
  );
  const named = new Set(documented.map((entry) => entry.code));
  const own = errorCodes
    .filter((code) => !named.has(code))
    .map((code) => ({ ...described(code, null), ...noAnswer, sandboxId: sandboxIdOf(code, null) }));
  return [...documented, ...own];
}

const noAnswer = { provider: null, upstreamHttpStatus: null, upstreamCode: null, docsUrl: null };

function described(code: ErrorCode, httpStatus: number | null) {
  const { type, message } = catalogue[code];
  return { code, typeName: type, nextAction: usualNextAction(code, httpStatus), description: message };
}
