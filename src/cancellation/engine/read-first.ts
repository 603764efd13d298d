import { sending } from '../record/claim.ts';
import type { CancellationRecord } from '../record/record.ts';
import type { ResolvedTarget } from '../rules/resolve-target.ts';
import { judgeUnsent } from '../rules/settlement.ts';
import { type RunFor, readBack } from './calls.ts';
import type { Engine } from './engine.ts';
import { save, settle } from './settle.ts';

/** What became of a cancellation before its first send: its attempt is written down and may be sent, or that was all. */
export interface Begun {
  readonly record: CancellationRecord;
  readonly isToBeSent: boolean;
}

/**
 * Begins a cancellation under a key that was used for the same before its record was purged. What that one did may have
 * cancelled the target, so the target is read before anything is sent; only what settles the question keeps the cancel from
 * being sent.
 */
export async function readFirst(
  engine: Engine,
  resolved: ResolvedTarget,
  claimed: CancellationRecord,
  runFor: RunFor,
): Promise<Begun> {
  const { record, answer } = await readBack(engine, resolved, claimed, runFor);
  const known = judgeUnsent(record.target, resolved.rules, answer, record.ambiguous);
  if (known !== null) return { record: await settle(engine, record, known), isToBeSent: false };
  const sent = sending(record, engine.clock.now());
  // What cannot be written down is not sent.
  return (await save(engine, sent)) ? { record: sent, isToBeSent: true } : { record, isToBeSent: false };
}
