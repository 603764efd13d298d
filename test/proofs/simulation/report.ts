import type { Catch } from './catch-mutants.ts';
import type { Replay } from './child.ts';
import { type Invariant, invariants } from './invariants.ts';
import type { Tally } from './run-schedules.ts';

export function runReport({ ran, findings, coverage }: Tally, seed: number, ms: number): string {
  const counts = new Map(coverage);
  const checks = Object.entries(invariants).map(([name, meaning]) => {
    const broken = findings.filter(({ violation }) => violation.invariant === name).length;
    return [name, `${counts.get(`checked ${name}`) ?? 0}`, `${broken}`, meaning];
  });
  const happened = [...counts].filter(([what]) => !what.startsWith('checked ')).sort(([a], [b]) => a.localeCompare(b));
  const perSecond = Math.round((ran / ms) * 1_000);
  return [
    table(
      ['what happened', 'times'],
      happened.map(([what, times]) => [what, `${times}`]),
    ),
    table(['promise', 'checks', 'broken in', 'meaning'], checks),
    `${ran} schedules, seed ${seed}, ${(ms / 1_000).toFixed(1)} s, ${perSecond} schedules/s: ${findings.length} violations`,
  ].join('\n\n');
}

export function mutantReport(catches: readonly Catch[]): string {
  const rows = catches.map(({ mutant, ran, finding }) => {
    const by: Invariant | 'SURVIVED' = finding?.violation.invariant ?? 'SURVIVED';
    return [mutant.name, by, `${ran}`, mutant.sentence];
  });
  const survivors = catches.filter(({ finding }) => finding === null).length;
  const heading = ['planted fault', 'caught by', 'after', 'what it does'];
  return `${table(heading, rows)}\n\n${catches.length} planted faults, ${catches.length - survivors} caught, ${survivors} survived`;
}

export function replayReport({ schedule, violations, shrunk }: Replay, seed: number, path: number): string {
  const told = violations.map(({ invariant, atMs, detail }) => `${invariant} at ${atMs}: ${detail}`);
  const shown = shrunk?.schedule ?? schedule;
  const facts = { behaviour: shown.behaviour, storeMs: shown.storeMs, skewMs: shown.skewMs, targets: shown.targets };
  const again = `npm run simulate -- --seed ${seed} --path ${path}${shrunk === null ? '' : `:${shrunk.kept.join(',')}`}`;
  return [
    `schedule ${path} of seed ${seed}: ${violations.length} violations`,
    ...told,
    JSON.stringify(facts),
    ...shown.items.map((item) => `  ${JSON.stringify(item)}`),
    `again: ${again}`,
  ].join('\n');
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
