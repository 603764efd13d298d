import { nextActions } from '../../cancellation/errors/next-action.ts';
import type { CancelAnswer, NotSentReason } from '../../cancellation/provider.ts';
import type { Verdict } from '../../cancellation/record/verdict.ts';
import { outcomes } from '../../cancellation/target/outcome.ts';
import { byKind, flag, milliseconds, nullable, object, oneOf, text, trueOrAbsent } from './decoder.ts';
import { errorCode, failure, upstream } from './failures.ts';
import { snapshot } from './snapshots.ts';

export const verdict = object<Verdict>({
  outcome: oneOf(outcomes),
  nextAction: oneOf(nextActions),
  retryAfterMs: nullable(milliseconds),
  failure: nullable(failure),
});

const notSentReason = oneOf<NotSentReason>(['held-back', 'not-connected', 'not-connectable']);

type Answer<Kind> = Extract<CancelAnswer, { readonly kind: Kind }>;

export const cancelAnswer = byKind<CancelAnswer>({
  cancelled: object<Answer<'cancelled'>>({
    kind: oneOf(['cancelled']),
    snapshot: nullable(snapshot),
    providerCancellationId: nullable(text),
    upstream,
  }),
  accepted: object<Answer<'accepted'>>({ kind: oneOf(['accepted']), snapshot: nullable(snapshot), upstream }),
  'not-cancelled': object<Answer<'not-cancelled'>>({ kind: oneOf(['not-cancelled']), snapshot, upstream }),
  'too-soon': object<Answer<'too-soon'>>({ kind: oneOf(['too-soon']), code: errorCode, upstream }),
  'not-implemented': object<Answer<'not-implemented'>>({ kind: oneOf(['not-implemented']), code: errorCode, upstream }),
  refused: object<Answer<'refused'>>({
    kind: oneOf(['refused']),
    code: errorCode,
    perhapsByState: trueOrAbsent,
    upstream,
  }),
  unrecognized: object<Answer<'unrecognized'>>({ kind: oneOf(['unrecognized']), upstream }),
  'rate-limited': object<Answer<'rate-limited'>>({
    kind: oneOf(['rate-limited']),
    retryAfterMs: nullable(milliseconds),
    upstream,
  }),
  failed: object<Answer<'failed'>>({ kind: oneOf(['failed']), upstream }),
  lost: object<Answer<'lost'>>({ kind: oneOf(['lost']), reason: text, answered: flag, upstream }),
  'not-sent': object<Answer<'not-sent'>>({
    kind: oneOf(['not-sent']),
    reason: notSentReason,
    systemCode: nullable(text),
    upstream,
  }),
});
