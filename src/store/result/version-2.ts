import { isObject, type JsonObject } from './decoder.ts';

/** A result of version 2 in the words of version 3: orders did not say where their money is, but for their detail. */
export function fromVersion2({ snapshot, lastAnswer, ...same }: JsonObject): JsonObject {
  return { ...same, version: 3, snapshot: withFunds(snapshot), lastAnswer: answerOf(lastAnswer) };
}

function answerOf(answer: unknown): unknown {
  if (!isObject(answer) || !('snapshot' in answer)) return answer;
  const { snapshot, ...same } = answer;
  return { ...same, snapshot: withFunds(snapshot) };
}

/** The details that meant something to version 2. */
const funds: ReadonlyMap<unknown, string> = new Map([
  ['waiting_capture', 'held'],
  ['refunded', 'returned'],
]);

function withFunds(snapshot: unknown): unknown {
  if (!isObject(snapshot)) return snapshot;
  const { kind, statusDetail } = snapshot;
  // An older gateway saved the order as a newer one had read it.
  if (kind !== 'order' || 'funds' in snapshot) return snapshot;
  return { ...snapshot, funds: funds.get(statusDetail) ?? null };
}
