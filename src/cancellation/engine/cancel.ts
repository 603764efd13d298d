import { failure } from '../errors/failure.ts';
import type { CancelRequest, CancelResult, ListedCancel } from '../gateway.ts';
import { isValidKey, shownKey } from '../record/idempotency.ts';
import { isShopper } from '../rules/ownership.ts';
import { resolveTarget } from '../rules/resolve-target.ts';
import type { Caller } from '../target/caller.ts';
import { type Accepted, answer } from './answer-cancel.ts';
import { cancelAsShopper } from './cancel-as-shopper.ts';
import { refusedHere } from './cancel-result.ts';
import { claimCancellation, claimRequestOf, claimTogether } from './claim-cancellation.ts';
import type { Engine } from './engine.ts';

/**
 * Cancels one target: checks the input, writes the intent down, sends, weighs what came back, and answers with what is
 * certain when the answer is due. What was sent lives on and settles its record, also when the caller is gone.
 */
export async function cancel(
  engine: Engine,
  caller: Caller,
  request: CancelRequest,
  arrivedAt: number,
): Promise<CancelResult> {
  const asked = checked(engine, caller, request, false);
  if (asked.kind === 'refused') return asked.result;
  if (isShopper(caller)) return cancelAsShopper(engine, caller, asked, arrivedAt);
  return answer(engine, asked, claimCancellation(engine, asked.claim), { arrivedAt, queue: engine.queues.open() });
}

/**
 * Cancels the targets of a list. They are written down first, together, and then sent, a few at a time to each provider.
 * Who is still waiting for a turn when the answer is due is sent later.
 */
export function cancelAll(
  engine: Engine,
  caller: Caller,
  requests: readonly CancelRequest[],
  arrivedAt: number,
): readonly ListedCancel[] {
  // What is not shown to be theirs may not be written down, so that none of a shopper's is claimed with the others.
  if (isShopper(caller)) {
    return requests.map((request) => ({ request, result: cancel(engine, caller, request, arrivedAt) }));
  }
  const list = requests.map((request) => ({ request, asked: checked(engine, caller, request, requests.length > 1) }));
  const claims = list.flatMap(({ asked }) => (asked.kind === 'accepted' ? asked.claim : []));
  const claimed = claimTogether(engine, claims);
  const terms = { arrivedAt, queue: engine.queues.open() };
  const answered = async (asked: Checked) =>
    asked.kind === 'refused' ? asked.result : answer(engine, asked, claimed(asked.claim), terms);
  return list.map(({ request, asked }) => ({ request, result: answered(asked) }));
}

type Checked = (Accepted & { readonly kind: 'accepted' }) | { readonly kind: 'refused'; readonly result: CancelResult };

function checked(engine: Engine, caller: Caller, request: CancelRequest, queued: boolean): Checked {
  const idempotencyKey = request.idempotencyKey ?? engine.newId();
  if (!isValidKey(idempotencyKey)) {
    const invalid = failure('INVALID_IDEMPOTENCY_KEY', null, { explanation: null });
    return { kind: 'refused', result: refusedHere(shownKey(idempotencyKey), invalid, 'FIX_INPUT') };
  }
  const resolved = resolveTarget(engine.tenants.providersOf(caller.tenant), request, 'cancel');
  if (resolved.kind === 'refused') return { kind: 'refused', result: refusedHere(idempotencyKey, resolved.failure) };
  const claim = claimRequestOf(engine, caller, { ...request, idempotencyKey, queued }, resolved);
  return { kind: 'accepted', claim, resolved };
}
