import type { FaultPlan } from '../../../doubles/provider/faults.ts';
import type { Column, Fault } from '../provider/target.ts';
import { reset, silence } from '../provider/wire-faults.ts';
import type { Mode } from '../rows/expectation.ts';
import type { Variant } from '../rows/variant.ts';

/** Rows whose fault loses the answer to a read as well as that to a cancel; elsewhere a faulty read is one reset. */
const losesReads = new Set([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 19, 22, 23, 24, 28, 29]);

/** How the provider treats the calls of a cell, until it gets well. */
export function faultPlanOf(variant: Variant, column: Column, mode: Mode): FaultPlan<Fault> {
  const { fault, executes, staleReads = 0 } = variant;
  const misbehave = mode === 'crash' ? silence : readFaultOf(variant, column);
  const readFault: Fault | null = misbehave && { executes: false, misbehave };
  const cancelFault: Fault | null = fault === undefined ? null : { executes, misbehave: fault };
  const isMet = (n: number) => mode !== 'once' || n === 1;
  if (column === 'Q') return { cancel: () => null, read: (n) => (isMet(n) ? readFault : null) };
  const readsFail = mode === 'reads' || mode === 'heals' || mode === 'crash';
  return {
    cancel: (n) => (isMet(n) ? cancelFault : null),
    read: (n) => (readsFail || n <= staleReads ? readFault : null),
  };
}

function readFaultOf({ row, fault, readFault }: Variant, column: Column) {
  if (readFault !== undefined) return readFault;
  if (column === 'Q') return fault ?? null;
  return losesReads.has(row) && fault !== undefined ? fault : reset;
}
