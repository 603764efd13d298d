import type { TargetKind } from '../../cancellation/target/target.ts';
import type { Notification, NotificationReading } from '../definition.ts';
import type { Secret } from '../secret.ts';
import { isSigned } from './webhook-signature.ts';

/** The pages write the topic of orders both ways. */
const kindOfTopic: ReadonlyMap<string, TargetKind> = new Map([
  ['payment', 'payment'],
  ['order', 'order'],
  ['orders', 'order'],
]);

/** Longer than any id, and than what a proxy makes of one. */
const longestPart = 256;

/**
 * Whether a notification is Mercado Pago's, and what it is about: all of it by the address and two headers, which is what the
 * signature covers but for the topic. A topic that somebody changed names a target that there is not, since ids of payments
 * and of orders have different forms.
 */
export function readNotification({ query, header }: Notification, secret: Secret, now: number): NotificationReading {
  const parameters = new URLSearchParams(query);
  const [first, another] = parameters.getAll('data.id');
  const dataId = first || null;
  const parts = { dataId, requestId: header('x-request-id') || null, signature: header('x-signature') || null };
  const isPlain = another === undefined && Object.values(parts).every((part) => (part?.length ?? 0) <= longestPart);
  if (!isPlain || !isSigned(parts, secret, now)) return { kind: 'refused' };
  const kind = kindOfTopic.get(parameters.get('type') ?? '');
  return kind === undefined || dataId === null
    ? { kind: 'ignored' }
    : { kind: 'changed', target: { kind, id: dataId } };
}
