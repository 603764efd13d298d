import { catalogue, type ErrorCode, type ErrorType, errorCodes } from './errors.ts';
import { usualNextAction } from './next-action.ts';
import type { NextAction } from './outcome.ts';
import type { DocumentedError, ProviderDefinition } from './provider.ts';
import type { ProviderId } from './target.ts';

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

/** Finds the sandbox id that brings a documented error, where a sandbox runs. */
export type SandboxIdOf = (provider: ProviderId, error: DocumentedError) => string | null;

/** Every documented provider error in the providers' order, then the errors that only the gateway makes. */
export function listErrors(definitions: readonly ProviderDefinition[], sandboxIdOf: SandboxIdOf): ErrorListing[] {
  const documented = definitions.flatMap((provider) =>
    provider.documentedErrors.map((error) => ({
      ...described(error.code, error.httpStatus),
      provider: provider.id,
      upstreamHttpStatus: error.httpStatus,
      upstreamCode: error.wireCode,
      docsUrl: error.docsUrl,
      sandboxId: sandboxIdOf(provider.id, error),
    })),
  );
  const named = new Set(documented.map((entry) => entry.code));
  const ownCodes = errorCodes.filter((code) => !named.has(code));
  return [...documented, ...ownCodes.map((code) => ({ ...described(code, null), ...noProvider }))];
}

const noProvider = { provider: null, upstreamHttpStatus: null, upstreamCode: null, docsUrl: null, sandboxId: null };

function described(code: ErrorCode, httpStatus: number | null) {
  const { type, message } = catalogue[code];
  return { code, typeName: type, nextAction: usualNextAction(code, httpStatus), description: message };
}
