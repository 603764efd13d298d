import type { CancelAnswer } from '../../cancellation/provider.ts';
import { redact } from '../../redaction/redact.ts';
import { byStatus, lost } from '../answer.ts';
import { statusRowOf } from '../error-row.ts';
import type { EchoedAnswer } from '../provider-client.ts';
import { meaningOf, rowOfStatus } from './payments.errors.ts';
import { type CancellationSaid, cancellationIn, isBlank } from './wire.ts';

/**
 * What an answer to a cancel says. The body decides and, but for one, not the status:
 * providers use the protocol's statuses as they like.
 */
export function toCancelAnswer(answer: EchoedAnswer): CancelAnswer {
  const { body, ok, status, echo, upstream } = answer;
  if (body === null) return outsideProtocol(answer);

  const code = meaningOf(answer.code);
  // Named outright, this needs no echo and no particular status: providers leave either out.
  if (code === 'MANUAL_CANCELLATION_REQUIRED' && echo !== 'foreign') return { kind: 'refused', code, upstream };
  const row = rowOfStatus(status);
  if (row !== null) return { kind: 'not-implemented', code: row.means, upstream };

  const cancellation = cancellationIn(body);
  if (typeof cancellation === 'object') {
    if (ok && echo === 'ours') {
      return { kind: 'cancelled', snapshot: null, providerCancellationId: shownId(cancellation.id), upstream };
    }
    // A cancellation under an error status contradicts itself, and a 2xx that repeats no ids proves nothing.
    return status >= 500 ? { kind: 'failed', upstream } : lost('contradicts itself', upstream);
  }
  const saysNo = echo === 'ours' && isDecline(cancellation, answer);
  if (saysNo && status !== 429 && !isRedirect(status)) {
    return { kind: 'refused', code, upstream };
  }
  return outsideProtocol(answer);
}

/**
 * Only a provider that says that there is no cancellation has declined; one that says nothing may have executed it. Without
 * an id and without a complaint, a 2xx may be either.
 */
function isDecline(said: Exclude<CancellationSaid, object>, { ok, code }: EchoedAnswer): boolean {
  if (said !== 'blank') return said === 'none';
  return !ok || (code !== null && !isBlank(code));
}

/** The protocol has no words for a bad key or token. */
function outsideProtocol(answer: EchoedAnswer): CancelAnswer {
  const row = statusRowOf(answer);
  return row === null ? byStatus(answer) : { kind: 'refused', code: row.means, upstream: answer.upstream };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** The id as it may be kept and shown; what is no id is left out, and the cancellation counts all the same. */
function shownId(id: string): string | null {
  return /^[\w.:/+=-]{1,64}$/.test(id) && redact(id, 64) === id ? id : null;
}
