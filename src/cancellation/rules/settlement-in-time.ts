import { failure } from '../errors/failure.ts';
import { codesOf } from '../errors/kind-codes.ts';
import type { TargetRules } from '../provider.ts';
import type { CancellationRecord } from '../record/record.ts';
import { firstSentAt, lastSentAt, longestIntentMs, maySend } from '../record/send-limit.ts';
import { type Evidence, isNotFound } from './evidence.ts';
import { askedOf, failureAbout } from './failure-about.ts';
import { seemsMissing, wasRepeatedInVain } from './missing-target.ts';
import { retryDelaysMs } from './retry-delays.ts';
import { givenUp, released, type Settlement, settled } from './settled.ts';
import { settlementOf } from './settlement.ts';

/**
 * Milliseconds after a cancel was sent within which it may still be carried out, and after which reads show whether it was.
 * That is an assumption: no provider states such a time. Mercado Pago and VTEX keep keys for 24 h, and none is known to carry
 * a request out that it forgot.
 */
export const landsWithinMs = longestIntentMs;

/** What a record becomes: by what was answered last or, where that leaves it open, by what reads have shown since. */
export function settlementInTime(
  record: CancellationRecord,
  rules: TargetRules,
  evidence: Evidence,
  now: number,
): Settlement {
  const asked = askedOf(record, rules);
  const settlement = settlementOf(asked, evidence);
  // What the provider has accepted it may take its time for.
  if (settlement.state !== 'UNKNOWN') return settlement;

  if (isMissing(record, evidence, now)) {
    const code = codesOf[record.target.kind].notFound;
    const { upstream } = isNotFound(evidence.answer) ? evidence.answer : (evidence.reads.at(-1) ?? evidence.answer);
    return settled('NOT_CANCELLED', 'FIX_INPUT', failureAbout(code, upstream, asked), null);
  }
  if (readInTheEnd(record, now) === 'active') {
    const error = failure('PROVIDER_INTERNAL_ERROR', evidence.answer.upstream);
    return settled('NOT_CANCELLED', 'CONTACT_SUPPORT', error, settlement.snapshot);
  }
  return settlement;
}

/** There is no such target: a cancel was sent to make sure, and missed it as the reads did; or nothing can land any more. */
function isMissing(record: CancellationRecord, { answer }: Evidence, now: number): boolean {
  if (!seemsMissing(record)) return false;
  const isMissedAgain = isNotFound(answer) && wasRepeatedInVain(record);
  return isMissedAgain || readInTheEnd(record, now) === 'not-found';
}

/** What the latest read showed, if nothing could be sent by then, and nothing that was sent could land any more. */
function readInTheEnd(record: CancellationRecord, now: number): string | null {
  const latest = record.attempts.at(-1);
  const sentAt = lastSentAt(record);
  if (latest === undefined || sentAt === null || maySend(record, now)) return null;
  return latest.startedAt >= sentAt + landsWithinMs ? latest.proof : null;
}

/** What an unsettled record becomes when nothing is left to be tried. One that was never sent certainly did nothing. */
export function settlementAtTheEnd(record: CancellationRecord, found: Settlement): Settlement {
  if (record.ambiguous || firstSentAt(record) !== null) return givenUp(found);
  const retryAfterMs = retryDelaysMs.unreachable;
  return released(failure('PROVIDER_UNREACHABLE', null, { retryAfterMs }), retryAfterMs, found.snapshot);
}
