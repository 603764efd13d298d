import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Work } from '../asks/work.ts';
import type { Bench } from '../machine/bench.ts';
import type { Plan } from '../plan.ts';
import { type VariantId, variants } from '../variants/all.ts';
import { gatewayInFiles } from '../variants/gateway.ts';
import type { Variant } from '../variants/variant.ts';
import { type Ceiling, measureCeiling } from './ceiling.ts';
import { measureProfile, type Profile } from './profile.ts';
import { type Measured, measureVariant } from './variant.ts';

/** Everything that one run has measured. */
export interface Results {
  /** After each variant: whether the machine had other things to do. */
  readonly loadAverages: readonly number[];
  readonly ceiling: Ceiling;
  readonly variants: Partial<Record<VariantId, Measured>>;
  /** Of the gateway. */
  readonly profiles: Partial<Record<Work, Profile>>;
  /** Whose packages do not install here. */
  readonly missing: readonly VariantId[];
}

export async function measureAll(bench: Bench, plan: Plan): Promise<Results> {
  const ceiling = await measureCeiling(bench, plan);
  const measured: Partial<Record<VariantId, Measured>> = {};
  const missing: VariantId[] = [];
  const loadAverages: number[] = [];
  for (const id of plan.only ?? (Object.keys(variants) as VariantId[])) {
    const variant: Variant = variants[id];
    if (variant.program !== undefined && !existsSync(variant.program)) {
      missing.push(id);
      continue;
    }
    variant.prepare?.(bench.providerUrl('variant'));
    measured[id] = await measureVariant(bench, variant, plan);
    const load = loadavg()[0] ?? Number.NaN;
    loadAverages.push(load);
    console.log(`${variant.name}: ${multiplesOf(measured[id])} (load average ${load.toFixed(1)})`);
  }
  return { loadAverages, ceiling, variants: measured, profiles: await profilesOf(bench, plan), missing };
}

async function profilesOf(bench: Bench, plan: Plan): Promise<Partial<Record<Work, Profile>>> {
  const profiles: Partial<Record<Work, Profile>> = {};
  if (plan.whole && (plan.only === null || plan.only.includes('gateway'))) {
    for (const work of ['floor', 'read', 'cancel'] as const) {
      profiles[work] = await measureProfile(bench, gatewayInFiles, work, plan);
    }
  }
  return profiles;
}

function multiplesOf({ costs }: Measured): string {
  return Object.entries(costs)
    .map(([work, { multiple }]) => `${work} ${multiple.median.toFixed(2)}`)
    .join(', ');
}
