import type { TargetKind } from '../texts/texts.ts';

/** What is to be cancelled. */
export interface Target {
  readonly kind: TargetKind;
  readonly id: string;
}

export function isSame(one: Target, other: Target): boolean {
  return one.kind === other.kind && one.id === other.id;
}
