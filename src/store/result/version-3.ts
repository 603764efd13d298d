import { unrecorded } from '../../cancellation/target/snapshot.ts';
import { isObject, type JsonObject } from './decoder.ts';

/** A result of version 3 in the words of version 4: a snapshot held whatever the provider told, who pays excepted. */
export function fromVersion3({ snapshot, lastAnswer, ...same }: JsonObject): JsonObject {
  return { ...same, version: 4, snapshot: kept(snapshot), lastAnswer: answerOf(lastAnswer) };
}

function answerOf(answer: unknown): unknown {
  return isObject(answer) && 'snapshot' in answer ? { ...answer, snapshot: kept(answer['snapshot']) } : answer;
}

/** What versions up to 3 kept of a payment and an order, and no later one does. Later fields were never in theirs. */
const dropped: ReadonlyMap<unknown, readonly string[]> = new Map<unknown, readonly string[]>([
  ['payment', Object.keys(unrecorded.payment)],
  ['order', Object.keys(unrecorded.order)],
]);

function kept(snapshot: unknown): unknown {
  if (!isObject(snapshot)) return snapshot;
  const names = dropped.get(snapshot['kind']) ?? [];
  return Object.fromEntries(Object.entries(snapshot).filter(([name]) => !names.includes(name)));
}
