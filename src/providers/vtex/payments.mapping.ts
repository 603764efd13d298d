import type { CancelAnswer, CancelCommand } from '../../cancellation/provider.ts';
import { redact } from '../../rest/redact.ts';
import { byStatus, lost, type ProviderAnswer } from '../answer.ts';
import { meaningOf } from './payments.errors.ts';
import { cancellationIn, echoOf, type Ids } from './wire.ts';

/** What an answer to a cancel says. The body decides, not the status: providers use the protocol's statuses as they like. */
export function toCancelAnswer(answer: ProviderAnswer, command: CancelCommand, ids: Ids): CancelAnswer {
  const { body, ok, status, upstream } = answer;
  if (body === null) return byStatus(answer);
  const echo = echoOf(body, ids);
  if (echo === 'foreign') return lost('wrong id', upstream);

  const code = meaningOf(answer.code);
  const detail = { targetId: command.target.id, authorizationId: command.authorizationId };
  // Named outright, this needs no echo and no particular status: providers leave either out.
  if (code === 'MANUAL_CANCELLATION_REQUIRED') return { kind: 'refused', code, detail, upstream };

  const cancellation = cancellationIn(body);
  if (typeof cancellation === 'object') {
    if (ok && echo === 'ours') {
      return { kind: 'cancelled', snapshot: null, providerCancellationId: shownId(cancellation.id), upstream };
    }
    // A cancellation under an error status contradicts itself, and a 2xx that repeats no ids proves nothing.
    return status >= 500 ? { kind: 'failed', upstream } : lost('contradicts itself', upstream);
  }
  // Only a provider that says that there is no cancellation has declined; one that says nothing may have executed it.
  const saysNo = echo === 'ours' && cancellation === 'none';
  if (saysNo && status !== 429 && !isRedirect(status)) {
    return { kind: 'refused', code, detail, upstream };
  }
  return byStatus(answer);
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** The id as it may be kept and shown; what is no id is left out, and the cancellation counts all the same. */
function shownId(id: string): string | null {
  return /^[\w.:/+=-]{1,64}$/.test(id) && redact(id, []) === id ? id : null;
}
