import type { Gateway } from '../../cancellation/gateway.ts';
import type { RecordFilter } from '../../cancellation/record/record-page.ts';
import type { ProviderId, Target, TargetKind } from '../../cancellation/target/target.ts';
import { badInput } from '../request/input-limits.ts';
import type { CancellationFilter } from './cancellation-filter.input.ts';

/** Null where no cancellation can match: none is of a payment and of an order. */
export function recordFilter(filter: CancellationFilter, gateway: Pick<Gateway, 'targetOf'>): RecordFilter | null {
  const { provider = null, outcome = null, nextAction = null, settled = null } = filter;
  const payment = targetIn('payment', filter.paymentId ?? null, provider, gateway);
  const order = targetIn('order', filter.orderId ?? null, provider, gateway);
  if (payment !== null && order !== null) return null;
  if (nextAction?.length === 0) throw badInput('`nextAction` takes at least one.');
  return {
    target: payment ?? order,
    ...{ provider, outcome, nextActions: nextAction, settled },
    createdFrom: instantOf(filter.requestedAfter),
    createdBefore: instantOf(filter.requestedBefore),
  };
}

/** A typing error answered with an empty list would read as if nobody had ever asked for the cancellation. */
function targetIn(
  kind: TargetKind,
  id: string | null,
  provider: ProviderId | null,
  gateway: Pick<Gateway, 'targetOf'>,
): Target | null {
  if (id === null) return null;
  const target = gateway.targetOf({ kind, id, provider });
  if (target === null) {
    const where = provider === null ? '' : ` at ${provider}`;
    throw badInput(`\`${kind}Id\` is not the id of a${kind === 'order' ? 'n order' : ' payment'}${where}.`);
  }
  return target;
}

function instantOf(text: string | null | undefined): number | null {
  return typeof text === 'string' ? Date.parse(text) : null;
}
