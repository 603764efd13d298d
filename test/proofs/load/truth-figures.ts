import { atMost, type Figure } from '../outage/table.ts';
import type { LoadReport } from './generator.ts';

/** What no load may bring about, whatever else it does; each fails the proof. */
export function truthFigures(name: string, loads: readonly LoadReport[], brokenCancels: number): Figure[] {
  const none = (figure: string, count: number) => atMost(figure, count, 0, '', true, 0);
  const wrong = loads.reduce((total, report) => total + report.wrong, 0);
  const unanswered = loads.reduce((total, report) => total + report.broken, 0);
  return [
    none(`${name} cancels lost, done twice or told wrongly`, brokenCancels),
    none('wrong answers', wrong),
    none('requests without an answer', unanswered),
  ];
}
