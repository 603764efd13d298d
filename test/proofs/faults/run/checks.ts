import { canary } from '../../../doubles/provider/bodies.ts';
import type { Call } from '../provider/provider.ts';
import type { FaultyTarget } from '../provider/target.ts';
import type { Cell } from '../rows/matrix.ts';
import type { ConnectionFault } from '../rows/variant.ts';
import { secrets } from './gateway.ts';

/** Somebody else answers there: nothing more is sent until a probe finds the provider again. */
const wrongPeers = new Set<ConnectionFault | null>(['self-signed', 'wrong-host', 'expired', 'plain-text']);

const canaries = [...Object.values(secrets), ...canary.split(/ (?!\d)/).filter((text) => /canary|4111/.test(text))];

/** Secrets and personal data in what was logged or answered. */
export function leaks(texts: readonly string[]): string[] {
  return canaries.filter((each) => texts.some((text) => text.includes(each))).map((each) => `leaked: ${each}`);
}

/** Lines that only a fault of ours can cause. */
export function bugs(log: readonly string[]): string[] {
  return log.filter((line) => /"event":"(unexpectedError|storeFailed)"/.test(line));
}

/** Where only a person can cancel, somebody is asked, once; where not, nobody. */
export function alertViolations({ id }: FaultyTarget, log: readonly string[]): string[] {
  const lines = log.filter((line) => line.includes(`"targetId":"${id}"`)).map((line) => JSON.parse(line));
  const asked = lines.filter(({ event }) => event === 'manualCancellationNeeded').length;
  const isLeftToPersons = lines.some(
    ({ event, nextAction }) => event === 'cancellationSettled' && nextAction === 'CANCEL_MANUALLY',
  );
  return asked === (isLeftToPersons ? 1 : 0) ? [] : [`a person was asked ${asked} times`];
}

export function circuitViolations({ variant }: Cell, log: readonly string[]): string[] {
  const opened = log.some((line) => line.includes('"circuitChanged"') && line.includes('"reason":"open"'));
  if (opened === wrongPeers.has(variant.connectionFault ?? null)) return [];
  return [opened ? 'the circuit opened' : 'the circuit stayed closed'];
}

/** What holds for the calls of every cell: one key, one effect, and the old connection where there was to be one. */
export function ledgerViolations({ expected, variant }: Cell, target: FaultyTarget, calls: readonly Call[]): string[] {
  const violations: string[] = [];
  const mine = calls.filter(({ targetId }) => targetId === target.id);
  const keys = new Set(mine.flatMap(({ kind, key }) => (kind === 'cancel' ? [key] : [])));
  if (keys.size > (expected.keys ?? 1) || keys.has('none')) violations.push(`keys: ${[...keys].join(', ')}`);
  if (target.executed.size > 1) violations.push('executed twice');
  if (variant.warm) {
    const first = calls.findIndex(({ targetId }) => targetId === target.id);
    const isOld = calls.slice(0, first).some(({ connection }) => connection === calls[first]?.connection);
    if (!isOld) violations.push('not over the old connection');
  }
  return violations;
}
