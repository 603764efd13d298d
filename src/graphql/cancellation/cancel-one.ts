import type { GraphQLResolveInfo } from 'graphql';
import { failure } from '../../cancellation/errors/failure.ts';
import { type CancelResult, resultWithoutRecord } from '../../cancellation/gateway.ts';
import { isValidKey, keyOfItem, shownKey } from '../../cancellation/record/idempotency.ts';
import type { Verdict } from '../../cancellation/record/verdict.ts';
import type { Context } from '../request/context.ts';
import type { AskedCancel } from './cancel.input.ts';
import { type BulkView, bulkView, type PayloadView, payloadView } from './cancel-payload.mapper.ts';
import { chooseBulkKey, chooseKey } from './header-key.ts';

export async function cancelOne(
  request: AskedCancel,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<PayloadView> {
  const choice = chooseKey(request.idempotencyKey, context.idempotencyKeyHeader, info);
  if (choice.kind === 'conflict') return viewWithoutRecord(request, twoKeys, context);
  const { gateway, caller, arrivedAt, requestId } = context;
  const asked = { ...request, idempotencyKey: choice.key, requestId };
  return shown(request, gateway.cancel(caller, asked, arrivedAt), context);
}

export async function cancelMany(
  requests: readonly AskedCancel[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<BulkView> {
  const { requestId } = context;
  const requestKey = chooseBulkKey(context.idempotencyKeyHeader, info);
  const keyed = requests.map((request) => ({
    ...request,
    idempotencyKey: itemKey(request, requestKey, context),
    requestId,
  }));
  const items = context.gateway.cancelAll(context.caller, keyed, context.arrivedAt);
  return bulkView(await Promise.all(items.map(({ request, result }) => shownOrFault(request, result, context))));
}

/**
 * An item's own key goes first. A request's key that could not be accepted is refused at every item, as it is. However an
 * item spells its target, its key is the same.
 */
function itemKey(request: AskedCancel, requestKey: string | null, { gateway }: Context): string | null {
  const { idempotencyKey, kind } = request;
  if (idempotencyKey !== null || requestKey === null) return idempotencyKey;
  if (!isValidKey(requestKey)) return requestKey;
  return keyOfItem(requestKey, kind, gateway.targetOf(request)?.id ?? request.id);
}

async function shown({ kind }: AskedCancel, result: Promise<CancelResult>, context: Context): Promise<PayloadView> {
  try {
    return payloadView(await result, kind, context.requestId);
  } finally {
    context.loaders.forget();
  }
}

/** A bug in one cancel of a list may not erase what is known of the others, which did happen. */
async function shownOrFault(
  request: AskedCancel,
  result: Promise<CancelResult>,
  context: Context,
): Promise<PayloadView> {
  try {
    return await shown(request, result, context);
  } catch (fault) {
    context.faults.push(fault);
    return viewWithoutRecord(request, crashed, context);
  }
}

const twoKeys: Verdict = {
  outcome: 'NOT_CANCELLED',
  nextAction: 'FIX_INPUT',
  retryAfterMs: null,
  failure: failure('INVALID_IDEMPOTENCY_KEY', null, {
    explanation:
      'The header Idempotency-Key and the argument idempotencyKey differ: give one of them, or the same key twice.',
  }),
};

/** Nobody knows how far it came. */
const crashed: Verdict = {
  outcome: 'UNKNOWN',
  nextAction: 'CONTACT_SUPPORT',
  retryAfterMs: null,
  failure: failure('INTERNAL_ERROR'),
};

function viewWithoutRecord(request: AskedCancel, verdict: Verdict, { requestId }: Context): PayloadView {
  const key = shownKey(request.idempotencyKey ?? '');
  return payloadView(resultWithoutRecord(key, verdict), request.kind, requestId);
}
