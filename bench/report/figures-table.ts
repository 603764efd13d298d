import { type Figure, figures } from '../figures.ts';
import type { Results } from '../measure/run.ts';
import type { Plan } from '../plan.ts';
import { tableOf } from './markdown.ts';

/** Every figure beside its bound, and whether it is met; a short run is too rough to say so. */
export function figuresTable(results: Results, plan: Plan): string {
  const rows = figures.map((figure) => {
    const value = figure.of(results);
    const measured = value === undefined ? 'not measured' : `${shown(value)}${figure.unit}`;
    return [figure.name, measured, boundOf(figure), plan.name === 'full' ? verdictOn(figure, value) : ''];
  });
  return tableOf(['figure', 'measured', 'bound', ''], rows);
}

function boundOf({ most, least, stretch, unit }: Figure): string {
  const bounds = [
    most !== undefined && `at most ${most}${unit}`,
    least !== undefined && `at least ${least}${unit}`,
    stretch !== undefined && `better ${stretch}${unit}`,
  ];
  return bounds.filter((bound) => bound !== false).join(', ');
}

function verdictOn({ most, least, stretch }: Figure, value: number | undefined): string {
  if (value === undefined) return '';
  if (stretch !== undefined && value <= stretch) return 'met, and better';
  const isMet = value <= (most ?? stretch ?? Number.POSITIVE_INFINITY) && value >= (least ?? 0);
  return isMet ? 'met' : 'NOT MET';
}

function shown(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value < 0.1 ? 3 : 2);
}
