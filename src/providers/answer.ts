import type { Upstream } from '../cancellation/errors/failure.ts';
import type { CallFailure, NotSentReason } from '../cancellation/provider.ts';
import type { ProviderId } from '../cancellation/target/target.ts';
import { redact } from '../redaction/redact.ts';
import { isObject, type JsonObject, parseJson } from '../rest/json.ts';
import {
  bodyTooLarge,
  encodedBody,
  type RestFailure,
  type RestHead,
  type RestResult,
  type UnsentReason,
} from '../rest/result.ts';
import { retryAfterMs } from '../rest/retry-after.ts';

/** What a provider said, understood as far as that does not depend on what was asked. */
export interface ProviderAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly ok: boolean;
  /** Null where the answer was empty or a line of plain text. */
  readonly body: JsonObject | null;
  /** The provider's code, verbatim and unredacted: to look it up, not to show it. */
  readonly code: string | null;
  readonly retryAfterMs: number | null;
  readonly upstream: Upstream;
}

/** Who was asked, and how its answers name an error. */
export interface AnswerSource {
  readonly provider: ProviderId;
  /** Values that must not leave the gateway. */
  readonly secrets: readonly string[];
  errorIn(body: JsonObject): WireError;
}

export interface WireError {
  readonly code: string | null;
  readonly message: string | null;
}

export function answerOf(result: RestResult, source: AnswerSource, now: number): ProviderAnswer | CallFailure {
  if (result.kind === 'failure') return failureOf(result, source, now);
  const { status, body: received } = result;
  const json = parseJson(received);
  const body = isObject(json) ? json : null;
  const isPlain = !/^\s*[<{[]/.test(received);
  const error = body === null ? { code: null, message: isPlain ? received.trim() : '' } : source.errorIn(body);
  const upstream = upstreamOf(source, result, error);
  if (body === null && !isPlain && status !== 429) return lost('not JSON', upstream);
  const ok = status >= 200 && status <= 299;
  return { kind: 'answer', status, ok, body, code: error.code, retryAfterMs: waitOf(result, now), upstream };
}

const notSentReasons: Record<UnsentReason, NotSentReason> = {
  'circuit-open': 'held-back',
  'too-many-calls': 'held-back',
  'client-closed': 'held-back',
  'deadline-passed': 'not-connected',
  'connect-failed': 'not-connected',
  'unknown-host': 'not-connectable',
  'tls-cut-off': 'not-connectable',
  'wrong-peer': 'not-connectable',
};

function failureOf(failure: RestFailure, source: AnswerSource, now: number): CallFailure {
  const { head } = failure;
  const upstream = upstreamOf(source, head, { code: null, message: null });
  if (failure.sent === 'no') {
    return { kind: 'not-sent', reason: notSentReasons[failure.reason], systemCode: failure.systemCode, upstream };
  }
  // The status came before the body was lost, and this one says all by itself.
  if (head?.status === 429) return { kind: 'rate-limited', retryAfterMs: waitOf(head, now), upstream };
  // An answer that breaks off in its middle was not given: like a lost connection, and not like somebody else's page.
  const { reason } = failure;
  return { kind: 'lost', reason, answered: reason === encodedBody || reason === bodyTooLarge, upstream };
}

/** What the status alone says, for an answer that no row of a provider's error table knows. */
export function byStatus({ status, body, retryAfterMs, upstream }: ProviderAnswer): CallFailure {
  if (status === 429) return { kind: 'rate-limited', retryAfterMs, upstream };
  if (body === null) return lost('not JSON', upstream);
  if (status >= 500) return { kind: 'failed', upstream };
  if (status >= 400) return { kind: 'unrecognized', upstream };
  return lost(status >= 300 ? 'redirect' : 'proves nothing', upstream);
}

/** An answer came, and the request may have been executed all the same. */
export function lost(reason: string, upstream: Upstream): CallFailure {
  return { kind: 'lost', reason, answered: true, upstream };
}

function waitOf(head: RestHead, now: number): number | null {
  return retryAfterMs(head.retryAfter, now);
}

/** Of what a provider says, in characters. */
const longestText = 256;

function upstreamOf(source: AnswerSource, head: RestHead | null, error: WireError): Upstream {
  const shown = (said: string | null) => (said ? withoutMarkup(redact(said, longestText, source.secrets)) : null);
  return {
    provider: source.provider,
    httpStatus: head?.status ?? null,
    code: shown(error.code),
    message: shown(error.message),
    requestId: head?.requestId ?? null,
  };
}

function withoutMarkup(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}
