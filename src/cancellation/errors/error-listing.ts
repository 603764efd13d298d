import type { ProviderId, TargetKind } from '../target/target.ts';
import { catalogue, type ErrorCode, type ErrorType, errorCodes, usualNextAction } from './catalogue.ts';
import type { NextAction } from './next-action.ts';

/** One error that a provider's documentation or practice names. */
export interface DocumentedError {
  readonly target: TargetKind;
  readonly httpStatus: number;
  /** Null stands for every code that the provider makes up itself. */
  readonly wireCode: string | null;
  readonly code: ErrorCode;
  readonly docsUrl: string;
}

/** A provider and every wire error that is documented of it. */
export interface ErrorSource {
  readonly id: ProviderId;
  readonly documentedErrors: readonly DocumentedError[];
}

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
interface DocumentedAnswer extends Pick<DocumentedError, 'target' | 'httpStatus' | 'wireCode'> {
  readonly provider: ProviderId;
}

/** In one line, for the README and the descriptions of the schema. */
export function answerText({ provider, target, httpStatus, wireCode }: DocumentedAnswer): string {
  return `${provider} ${target} ${httpStatus} ${wireCode === null ? 'any other code' : `\`${wireCode}\``}`;
}

/** Finds the id that brings an error, where a sandbox runs; `answer` is null for an error that only the gateway makes. */
export type SandboxIdOf = (code: ErrorCode, answer: DocumentedAnswer | null) => string | null;

/** Every documented provider error in the providers' order, then the errors that only the gateway makes. */
export function listErrors(sources: readonly ErrorSource[], sandboxIdOf: SandboxIdOf): ErrorListing[] {
  const documented = sources.flatMap((provider) =>
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
