import { parseArgs } from 'node:util';
import { type VariantId, variants } from './variants/all.ts';

/** How much is measured. */
export interface Plan {
  readonly name: 'full' | 'short' | 'quick';
  /** All unless given. */
  readonly only: readonly VariantId[] | null;
  readonly windows: number;
  readonly windowMs: number;
  /** Before the windows of each work. */
  readonly warmUpPayments: number;
  /** Whether latency, memory and start are measured. */
  readonly whole: boolean;
  readonly pacedReads: number;
  readonly bursts: number;
  readonly memoryReads: number;
  readonly coldStarts: number;
  readonly profiledRequests: number;
  /** Whether the bounds are set anew, to what is measured now. */
  readonly setsBounds: boolean;
}

const full: Plan = {
  name: 'full',
  only: null,
  windows: 5,
  windowMs: 700,
  warmUpPayments: 8_000,
  whole: true,
  pacedReads: 1_000,
  bursts: 20,
  memoryReads: 100_000,
  coldStarts: 5,
  profiledRequests: 20_000,
  setsBounds: false,
};

/** The whole table, to see that everybody still answers; its figures are rough. */
const short: Plan = {
  ...full,
  name: 'short',
  windows: 3,
  windowMs: 200,
  warmUpPayments: 300,
  pacedReads: 50,
  bursts: 3,
  memoryReads: 2_000,
  coldStarts: 1,
  profiledRequests: 1_000,
};

/** The gateway alone, held to the bounds of `bounds.json`. */
const quick: Plan = { ...full, name: 'quick', only: ['gateway'], warmUpPayments: 2_000, whole: false };

/** `--short`, or `--quick` with or without `--set-bounds`; and `--only` with the names of variants, separated by commas. */
export function planOf(args: readonly string[]): Plan {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { short: flag, quick: flag, 'set-bounds': flag, only: { type: 'string' } },
  });
  const chosen = values.quick ? quick : values.short ? short : full;
  const plan = { ...chosen, setsBounds: values['set-bounds'] };
  return values.only === undefined ? plan : { ...plan, only: values.only.split(',').map(variantId) };
}

function variantId(name: string): VariantId {
  if (name in variants) return name as VariantId;
  throw new Error(`--only takes ${Object.keys(variants).join(', ')}.`);
}
