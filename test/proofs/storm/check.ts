import { type Answer, definiteAnswers, type Flow, isDefinite } from './history.ts';
import type { Ledger } from './ledger.ts';
import type { Records, Row } from './records.ts';

/** Everything that is known once the storm is over. */
export interface Evidence {
  readonly flows: readonly Flow[];
  readonly ledger: Ledger;
  readonly records: Records;
  /** What each replica says of each key in the end. */
  readonly finalAnswers: readonly ReadonlyMap<string, Answer | null>[];
}

export interface Violations {
  readonly double: readonly string[];
  readonly lost: readonly string[];
  readonly wrong: readonly string[];
  readonly disagreeing: readonly string[];
}

export function violations(evidence: Evidence): Violations {
  return {
    double: doubles(evidence),
    lost: lost(evidence),
    wrong: wrong(evidence),
    disagreeing: disagreeing(evidence),
  };
}

/** One target, two cancels that were carried out, or a second one under another key. */
function doubles({ ledger }: Evidence): string[] {
  return [...ledger.effects].filter(([, lines]) => lines.length > 1).map(([target, lines]) => finding(target, lines));
}

function lost({ flows, ledger, records }: Evidence): string[] {
  const recorded = new Set(records.rows.map(({ target }) => target));
  const unrecorded = [...ledger.effects.keys()].filter((target) => !recorded.has(target));
  const open = records.rows.filter((row) => !isFinal(row));
  const accepted = flows.filter(({ exchanges }) => exchanges.some(({ answer }) => answer?.cancellationId != null));
  const forgotten = accepted.filter(({ key, vanished }) => vanished || !records.recordOfKey.has(key));
  const unanswered = flows.filter((flow) => !flow.leaves && definiteAnswers(flow).length === 0);
  return [
    ...unrecorded.map((target) => `carried out, no record: ${target}`),
    ...open.map((row) => finding('never final', row)),
    ...forgotten.map((flow) => finding('accepted, no record', flow)),
    ...unanswered.map((flow) => finding('never told for certain', flow)),
  ];
}

export function isFinal({ state, outcome }: Row): boolean {
  // A record that was given up with its outcome unknown is final to the gateway, and lost to its client.
  return (state === 'DONE' && outcome !== 'UNKNOWN') || state === 'RELEASED';
}

function wrong(evidence: Evidence): string[] {
  return [...falseAnswers(evidence), ...contradictions(evidence), ...falseRecords(evidence)];
}

function falseAnswers({ flows, ledger }: Evidence): string[] {
  const lastAskedAt = new Map<string, number>();
  for (const { target, exchanges } of flows) {
    for (const { at, by } of exchanges) {
      if (by === 'cancel') lastAskedAt.set(target, Math.max(at, lastAskedAt.get(target) ?? 0));
    }
  }
  const found: string[] = [];
  for (const flow of flows) {
    const { target } = flow;
    const effects = ledger.effects.get(target) ?? [];
    for (const { at, answer } of flow.exchanges) {
      if (answer?.outcome === 'CANCELLED' && (ledger.cancelledAt.get(target) ?? Number.POSITIVE_INFINITY) > at) {
        found.push(finding('told CANCELLED, and it was not', flow));
      }
      if (answer?.outcome !== 'NOT_CANCELLED' || isTurnedAway(answer)) continue;
      if (effects.some((effect) => effect.at <= at)) found.push(finding('told NOT_CANCELLED, and we had', flow));
      // Where it may be asked again, a later effect is somebody's asking again; else nothing may come after.
      const mayFollow = !isDefinite(answer) && (lastAskedAt.get(target) ?? 0) > at;
      const later = effects.some((effect) => effect.at > at);
      if (later && !mayFollow) found.push(finding('told NOT_CANCELLED, and we did later', flow));
    }
  }
  return found;
}

/**
 * The store could not be asked, so that the request was turned away before anything was known about its target: the
 * answer speaks of this request only, and says to ask again.
 */
export function isTurnedAway({ errorCode, cancellationId }: Answer): boolean {
  return errorCode === 'INTERNAL_ERROR' && cancellationId === null;
}

/** One key, two definite outcomes. */
function contradictions({ flows }: Evidence): string[] {
  const outcomes = new Map<string, Set<string>>();
  for (const flow of flows) {
    const known = outcomes.get(flow.key) ?? new Set();
    outcomes.set(flow.key, known);
    for (const { outcome } of definiteAnswers(flow)) known.add(outcome);
  }
  return [...outcomes].filter(([, each]) => each.size > 1).map(([key]) => `told both under one key: ${key}`);
}

/** Clients that left were told nothing, and their records are held against the ledger all the same. */
function falseRecords({ records, ledger }: Evidence): string[] {
  const cancelledByUs = new Set(
    records.rows.filter(({ outcome }) => outcome === 'CANCELLED').map(({ target }) => target),
  );
  const claimed = [...cancelledByUs].filter((target) => !ledger.cancelledAt.has(target));
  // What is open denies nothing: it counts as lost.
  const open = new Set(records.rows.filter((row) => !isFinal(row)).map(({ target }) => target));
  const denied = [...ledger.effects.keys()].filter((target) => !cancelledByUs.has(target) && !open.has(target));
  return [
    ...claimed.map((target) => `recorded as cancelled, and it is not: ${target}`),
    ...denied.map((target) => `cancelled by us, and no record says so: ${target}`),
  ];
}

/** Every replica says of every key what its record says, and what its clients were told. */
function disagreeing({ flows, records, finalAnswers }: Evidence): string[] {
  const rows = new Map(records.rows.map((row) => [row.id, row]));
  const found: string[] = [];
  for (const flow of new Map(flows.map((each) => [each.key, each])).values()) {
    const row = rows.get(records.recordOfKey.get(flow.key) ?? '');
    const answers = finalAnswers.map((replica) => replica.get(flow.key) ?? null);
    // An open one may have been settled by the asking.
    if (row !== undefined && !isFinal(row)) continue;
    if (answers.some((answer) => (answer?.outcome ?? null) !== (row?.outcome ?? null)))
      found.push(finding('replicas', flow));
  }
  for (const flow of flows) {
    const row = rows.get(records.recordOfKey.get(flow.key) ?? '');
    const differs = definiteAnswers(flow).some(({ outcome }) => outcome !== row?.outcome);
    if (differs && row !== undefined) found.push(finding('record and answer', flow));
  }
  return found;
}

function finding(what: string, facts: object): string {
  return `${what}: ${JSON.stringify(facts)}`;
}
