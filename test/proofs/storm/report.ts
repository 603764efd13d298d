import { atMost, type Figure } from '../outage/table.ts';
import { isFinal, isTurnedAway } from './check.ts';
import type { Storm } from './run.ts';
import { settleWithinMs } from './run.ts';

/** The storm as rows of the table. */
export function figuresOf(storm: Storm): Figure[] {
  const { plan, kills, evidence, violations, held, settledAfterMs, unexpected, failures } = storm;
  const { flows, ledger, records } = evidence;
  const name = plan.mode;
  const exchanges = flows.flatMap((flow) => flow.exchanges);
  const count = (what: string) => flows.filter((flow) => flow.what === what).length;
  const unknown = new Set(flows.filter((flow) => flow.exchanges.some(({ answer }) => answer?.nextAction === 'WAIT')));
  const broken = exchanges.filter(({ answer }) => answer === null).length;
  const turnedAway = exchanges.filter(({ answer }) => answer !== null && isTurnedAway(answer)).length;
  const outcomes = (outcome: string) => records.rows.filter((row) => row.outcome === outcome).length;
  const last = (settledAfterMs.at(-1) ?? 0) / 1_000;
  const open = records.rows.filter((row) => !isFinal(row)).length;
  return [
    plain(
      `${name}: cancels asked for, per second`,
      `${flows.length}, ${((flows.length * 1_000) / plan.loadMs).toFixed(1)}/s of ${plan.perSecond}/s, ${held} held back`,
    ),
    plain(
      `${name}: of them first / same key again / new key`,
      `${count('fresh')} / ${count('repeat')} / ${count('new key')}`,
    ),
    plain(`${name}: kills`, `${kills.count} in ${plan.loadMs / 1_000} s`),
    plain(`${name}: requests that broke / clients told to wait`, `${broken} of ${exchanges.length} / ${unknown.size}`),
    plain(`${name}: records CANCELLED / NOT_CANCELLED`, `${outcomes('CANCELLED')} / ${outcomes('NOT_CANCELLED')}`),
    plain(`${name}: carried out by the provider / foreign acts`, `${ledger.effects.size} / ${ledger.foreignActs}`),
    none(`${name}: double`, violations.double.length),
    none(`${name}: lost`, violations.lost.length),
    none(`${name}: wrong`, violations.wrong.length),
    none(`${name}: replicas, records and answers that disagree`, violations.disagreeing.length),
    none(`${name}: open at the end`, open),
    atMost(`${name}: last settled after the last kill`, last, settleWithinMs / 1_000, ' s', true, 1),
    plain(
      `${name}: settled after it, p50 / p90 / p99`,
      `${settledAfterMs.length}: ${[0.5, 0.9, 0.99].map((share) => `${percentile(settledAfterMs, share).toFixed(1)} s`).join(' / ')}`,
    ),
    plain(`${name}: asked to settled, p50 / p99 / most`, age(storm)),
    plain(`${name}: turned away, store not reached / GraphQL errors`, `${turnedAway} / ${unexpected.length}`),
    plain(`${name}: lines about a failing store or a circuit`, String(failures.length)),
  ];
}

/** What became of the records that were settled too late, in seconds from the last kill. */
export function lateOnes({ kills, evidence: { records } }: Storm): string[] {
  const since = (at: number | null) => (at === null ? 'never' : ((at - kills.lastAt) / 1_000).toFixed(1));
  const late = records.rows.filter(({ finished, updated }) => (finished ?? updated) > kills.lastAt + settleWithinMs);
  return late.map(({ id, target, created, finished, updated }) => {
    const sent = records.attempts.get(id) ?? [];
    const calls = sent.map(({ kind, at, ended, proof }) => `${kind} ${since(at)} to ${since(ended)} ${proof}`);
    return `${target} asked ${since(created)}, settled ${since(finished ?? updated)}: ${calls.join(', ')}`;
  });
}

function age({ evidence }: Storm): string {
  const ages = evidence.records.rows.map(({ finished, updated, created }) => (finished ?? updated) - created);
  ages.sort((a, b) => a - b);
  return [0.5, 0.99, 1].map((share) => `${percentile(ages, share).toFixed(1)} s`).join(' / ');
}

/** Seconds, of sorted milliseconds. */
function percentile(sorted: readonly number[], share: number): number {
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) / 1_000;
}

function none(figure: string, value: number): Figure {
  return atMost(figure, value, 0, '', true, 0);
}

function plain(figure: string, measured: string): Figure {
  return { figure, target: '', measured, ok: null };
}
