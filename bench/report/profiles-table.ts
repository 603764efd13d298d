import type { Work } from '../asks/work.ts';
import type { Profile } from '../measure/profile.ts';
import { tableOf } from './markdown.ts';

/** What is less than this of every work is left out. */
const leastShare = 0.01;

/** Areas down, works across. */
export function profilesTable(profiles: Partial<Record<Work, Profile>>): string {
  const works = Object.entries(profiles);
  const areas = new Set(
    works.flatMap(([, profile]) => [...profile].filter(([, share]) => share >= leastShare)).map(([area]) => area),
  );
  const rows = [...areas].map((area) => [area, ...works.map(([, profile]) => percent(profile.get(area) ?? 0))]);
  return tableOf(['share of the CPU time', ...works.map(([work]) => work)], rows);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
